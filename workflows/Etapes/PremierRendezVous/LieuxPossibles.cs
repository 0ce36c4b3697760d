using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

/// <summary>Where a counsellor may fix an appointment: a place of her organism in the territory, by telephone, by video.</summary>
internal static class LieuxPossibles
{
    private const string Telephone = "telephone";
    private const string Visio = "visio";

    /// <summary>What is proposed; nothing where no place is known: then nobody could be told how to reach us.</summary>
    public static IReadOnlyList<ChoixChamp> Choix(VueParcours v)
    {
        var lieux = De(v);
        return lieux.Count == 0
            ? []
            :
            [
                .. lieux.Select(l => new ChoixChamp(l.Id, $"{l.Nom}, {l.Adresse}")),
                new(Telephone, "Par téléphone"),
                .. lieux.Any(l => l.Visio is not null) ? [new ChoixChamp(Visio, "En visio")] : Array.Empty<ChoixChamp>(),
            ];
    }

    /// <summary>What was chosen; null when it is no longer proposed.</summary>
    public static LieuRendezVous? Choisi(VueParcours v, string code) => code switch
    {
        Telephone => De(v) is [var lieu, ..] ? lieu.Par(CanalRendezVous.Telephone) : null,
        Visio => De(v).FirstOrDefault(l => l.Visio is not null)?.Par(CanalRendezVous.Visio),
        _ => De(v).FirstOrDefault(l => l.Id == code)?.Par(CanalRendezVous.SurPlace),
    };

    private static IReadOnlyList<LieuAccueil> De(VueParcours v) =>
        v.Dossier.Organisme is { } organisme ? v.Referents.Lieux(v.Territoire, organisme, v.AutoriteDe(organisme)) : [];
}
