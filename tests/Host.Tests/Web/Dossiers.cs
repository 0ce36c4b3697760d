using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>Dossiers as a journey would have projected them, for pages to be read.</summary>
internal static class Dossiers
{
    public const string Counsellor = "c-pas-de-calais-1";

    public static readonly Instant Now = SystemClock.Instance.GetCurrentInstant();

    /// <summary>An open dossier of <see cref="Counsellor"/>, since <paramref name="days"/> days.</summary>
    public static Dossier Open(string nom, int days) => new()
    {
        Id = Guid.NewGuid().ToString("n"),
        Nom = nom,
        Prenom = "Ana",
        DateNaissance = new(1992, 2, 1),
        CommuneInsee = "62510",
        Territoire = "pas-de-calais",
        ReferentId = Counsellor,
        SituationJson = "{}",
        ModeleId = "national",
        ModeleVersion = 1,
        Statut = StatutDossier.Ouvert,
        InscritLe = Now - Duration.FromDays(days),
    };

    public static Fait Fact(Dossier dossier, int daysAgo, RoleActeur by, string phrase, TonFait ton = TonFait.Normal, string? texteId = null) => new()
    {
        DossierId = dossier.Id,
        Flux = "accompagnement",
        Epoque = 1,
        Decision = 1000 - daysAgo,
        FilId = "accompagnement",
        Sequence = 1000 - daysAgo,
        Le = Now - Duration.FromDays(daysAgo),
        Code = "essai",
        Phrase = phrase,
        Ton = ton,
        AuteurRole = by,
        AuteurId = "x",
        NoeudId = "suivi",
        Donnees = texteId is null ? new Dictionary<string, string>() : new() { ["detail"] = texteId },
    };

    public static Tache Task(Dossier dossier, Instant openedAt, RoleActeur role, string libelle) => new()
    {
        DossierId = dossier.Id,
        Id = $"{dossier.Id}-1",
        Libelle = libelle,
        Territoire = dossier.Territoire,
        ResponsableRole = role,
        ResponsableId = role is RoleActeur.Personne ? dossier.Id : Counsellor,
        Echeance = Now + Duration.FromHours(30),
        EcheanceJour = (Now + Duration.FromHours(30)).InUtc().Date,
        EcheanceMotif = "Semaine du 16 novembre",
        OuverteLe = openedAt,
        Gestes = [new Geste { Code = "valider", Libelle = "Valider", Principal = true }],
    };
}
