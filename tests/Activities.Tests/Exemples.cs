using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Tests;

/// <summary>What a journey sends to its activities.</summary>
internal static class Exemples
{
    public static readonly Instant Maintenant = Instant.FromUtc(2026, 1, 5, 9, 0);

    public static FaitProjete UnFait(long sequence) => new()
    {
        Sequence = sequence,
        Le = Maintenant,
        Code = "inscription.faite",
        Phrase = "L’inscription est enregistrée.",
        Auteur = Acteur.Systeme,
        FilId = "accompagnement",
        NoeudId = "n1",
        Donnees = new Dictionary<string, string> { ["poids"] = "3" },
    };

    public static TacheParcours UneTache(string id, StatutTache statut = StatutTache.Ouverte, string conseiller = "c-rhone-1") => new()
    {
        TacheId = id,
        FilId = "accompagnement",
        NoeudId = "n1",
        Etape = "Parcours.PremierRendezVous",
        Nature = "constater-presence",
        Libelle = "Constater la présence",
        Responsable = Responsable.Conseiller(conseiller),
        Echeance = UneEcheance(),
        OuverteLe = Maintenant,
        Statut = statut,
        CloseLe = statut is StatutTache.Ouverte ? null : Maintenant,
        Gestes = [new Geste { Code = "presente", Libelle = "Présente", Principal = true }],
    };

    public static Echeance UneEcheance(int jours = 30) => new()
    {
        Jour = new LocalDate(2026, 1, 5).PlusDays(jours),
        Fin = Maintenant + Duration.FromDays(jours),
        Motif = "Trente jours depuis l’inscription",
    };

    public static ProjectionDossier UneProjection(long sequence, string dossier = "d1") => new()
    {
        DossierId = dossier,
        Flux = "accompagnement",
        Epoque = 1,
        Sequence = sequence,
        Avancement = new AvancementProjete
        {
            Lieu = new("62510", "pas-de-calais"),
            Statut = StatutParcours.Ouvert,
            Etape = "Premier rendez-vous",
            NoeudId = "n1",
            Responsable = Responsable.Conseiller("c-rhone-1"),
            ProchaineEcheance = UneEcheance(),
            ModeleId = "national",
            ModeleVersion = 1,
        },
        Faits = [UnFait(sequence)],
    };
}
