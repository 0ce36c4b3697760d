using FranceTravail.Parcours.Workflows.Parcours.Etats;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>The alarms of a task: the reminders that are still to come, then its escalation.</summary>
internal static class AlarmesTache
{
    public const string Rappel = "rappel";
    public const string Escalade = "escalade";

    public static IEnumerable<Alarme> De(TacheParcours tache)
    {
        foreach (var rappel in tache.Rappels)
        {
            yield return Alarme(tache, Rappel, rappel);
        }

        if (tache is { Escaladee: false, EscaladeLe: { } escalade })
        {
            yield return Alarme(tache, Escalade, escalade);
        }
    }

    private static Alarme Alarme(TacheParcours tache, string objet, NodaTime.Instant le) =>
        new() { FilId = tache.FilId, NoeudId = tache.NoeudId, Objet = objet, Le = le, TacheId = tache.TacheId };
}
