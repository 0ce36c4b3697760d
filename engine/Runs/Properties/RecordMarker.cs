using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Properties;

/// <summary>A note that the workflow leaves in its history for its own replay.</summary>
internal static class RecordMarker
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadRecordMarkerAttributes;

    public static void CarryOut(Completion c, Command command)
    {
        var a = command.RecordMarkerCommandAttributes;
        CommandTable.Require(a is not null, Bad, "RecordMarkerCommandAttributes is not set on RecordMarkerCommand.");
        CommandTable.Require(a!.MarkerName.Length > 0, Bad, "MarkerName is not set on RecordMarkerCommand.");
        CommandTable.Require(Ids.Fits(a.MarkerName, c.T.Limits), Bad, $"MarkerName on RecordMarkerCommand exceeds length limit. MarkerName={a.MarkerName} Length={Ids.Length(a.MarkerName)} Limit={c.T.Limits.IdLength}");
        CommandTable.RequireSize(a.Details.Sum(d => (long)Ids.Length(d.Key) + d.Value.CalculateSize()), c.T.Limits.BlobSize, Bad, "RecordMarkerCommandAttributes.Details");

        var e = new Temporalio.Api.History.V1.MarkerRecordedEventAttributes
        {
            MarkerName = a.MarkerName,
            WorkflowTaskCompletedEventId = c.CompletedEventId,
            Header = a.Header,
            Failure = a.Failure,
        };
        e.Details.Add(a.Details);
        c.Write(command, new() { MarkerRecordedEventAttributes = e });
    }
}
