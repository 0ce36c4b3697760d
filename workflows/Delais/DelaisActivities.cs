using NodaTime;
using Temporalio.Activities;

namespace FranceTravail.Parcours.Workflows.Delais;

/// <summary>The activity that writes computed deadlines into the history, so that they are never computed again.</summary>
public static class DelaisActivities
{
    /// <summary>Gives back what it is given: its recorded result is what counts, on every replay.</summary>
    /// <param name="echeances">Deadline → its last day.</param>
    [Activity("ConsignerDelais")]
    public static Dictionary<string, LocalDate> Consigner(Dictionary<string, LocalDate> echeances) => echeances;
}
