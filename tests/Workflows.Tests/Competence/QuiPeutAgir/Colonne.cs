using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Competence.QuiPeutAgir;

/// <summary>Who tries: a column of the table.</summary>
/// <param name="Nom">As the table says it.</param>
/// <param name="Genre">What she is.</param>
/// <param name="Organisme">Whose counsellor or supervisor she is; null for who is none.</param>
/// <param name="DuLieu">Of the département or collectivity of the place, where there are several.</param>
internal sealed record Colonne(string Nom, Genre Genre, OrganismeReferent? Organisme = null, bool DuLieu = true)
{
    public static IReadOnlyList<Colonne> Toutes { get; } =
    [
        new("la personne", Genre.Personne),
        new("une autre personne", Genre.Autre),
        new("le référent", Genre.Referent),
        .. Enum.GetValues<OrganismeReferent>().Select(o => new Colonne(Dire(o), Genre.Conseiller, o)),
        new("conseiller d’un autre département", Genre.Conseiller, OrganismeReferent.ConseilDepartemental, DuLieu: false),
        new("agent de la CAF, délégataire", Genre.Caf, OrganismeReferent.Delegataire),
        .. Enum.GetValues<OrganismeReferent>().Select(o => new Colonne($"encadrement, {Dire(o)}", Genre.Encadrement, o)),
        new("conseiller d’un autre territoire", Genre.Inconnu),
        new("le programme", Genre.Systeme),
        new("le flux du territoire", Genre.Import),
    ];

    /// <summary>The actor, where she is there: nobody is the référent as long as none is named.</summary>
    public Acteur? Acteur(Lieu lieu, EtatParcours etat) => Genre switch
    {
        Genre.Personne => new(RoleActeur.Personne, "dossier-0001"),
        Genre.Autre => new(RoleActeur.Personne, "dossier-0002"),
        Genre.Referent => etat.Dossier.ReferentId is { } id ? new(RoleActeur.Conseiller, id) : null,
        Genre.Conseiller => new(RoleActeur.Conseiller, Monde.Nommer("c-2", Organisme!.Value, Autorite(lieu))),
        Genre.Encadrement => new(RoleActeur.Conseiller, Monde.Nommer("c-6", Organisme!.Value, Autorite(lieu))),
        Genre.Caf => new(RoleActeur.Conseiller, $"agent-{Decideur.DirecteurCaf}"),
        Genre.Inconnu => new(RoleActeur.Conseiller, "inconnu"),
        Genre.Import => FranceTravail.Parcours.Workflows.Parcours.Acteur.Import,
        _ => FranceTravail.Parcours.Workflows.Parcours.Acteur.Systeme,
    };

    /// <summary>Whose agent she is.</summary>
    public Decideur? Autorite(Lieu lieu) => (Genre, Organisme) switch
    {
        (Genre.Caf, _) => Decideur.DirecteurCaf,
        (_, OrganismeReferent.FranceTravail) => Decideur.FranceTravail,
        (_, OrganismeReferent.MissionLocale) => Decideur.MissionLocale,
        (_, OrganismeReferent.CapEmploi) => Decideur.CapEmploi,
        (_, OrganismeReferent.ConseilDepartemental) => DuLieu ? lieu.Executif ?? Decideur.PresidentConseilDepartemental : lieu.Voisin,
        _ => null,
    };

    public static string Dire(OrganismeReferent organisme) => organisme switch
    {
        OrganismeReferent.FranceTravail => "France Travail",
        OrganismeReferent.ConseilDepartemental => "département",
        OrganismeReferent.Delegataire => "délégataire",
        OrganismeReferent.MissionLocale => "mission locale",
        _ => "Cap emploi",
    };
}
