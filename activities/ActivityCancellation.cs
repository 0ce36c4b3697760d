using Temporalio.Activities;

namespace FranceTravail.Parcours.Activities;

/// <summary>Ends the work of an activity with its worker; outside a worker, as in a test, nothing ends it.</summary>
internal static class ActivityCancellation
{
    public static CancellationToken Token =>
        ActivityExecutionContext.HasCurrent ? ActivityExecutionContext.Current.CancellationToken : CancellationToken.None;
}
