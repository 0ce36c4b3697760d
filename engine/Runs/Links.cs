using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>Where a request came from: callers attach it, and the event that the request makes bears it.</summary>
internal static class Links
{
    private const int Most = 10;
    private const int Largest = 4000;

    /// <summary>Throws INVALID_ARGUMENT for links that no service would take.</summary>
    public static void Check(IReadOnlyCollection<Link> links)
    {
        if (links.Count > Most)
        {
            throw Errors.Invalid($"cannot attach more than {Most} links per request, got {links.Count}");
        }

        foreach (var link in links)
        {
            if (link.CalculateSize() is var size and > Largest)
            {
                throw Errors.Invalid($"link exceeds allowed size of {Largest}, got {size}");
            }

            if (Fault(link) is { } fault)
            {
                throw Errors.Invalid(fault);
            }
        }
    }

    /// <summary>The link to the first event of a run.</summary>
    public static Link ToStart(RunKey run) => new()
    {
        WorkflowEvent = new()
        {
            Namespace = run.Namespace,
            WorkflowId = run.WorkflowId,
            RunId = run.RunId,
            EventRef = new() { EventId = 1, EventType = EventType.WorkflowExecutionStarted },
        },
    };

    private static string? Fault(Link link) => link switch
    {
        { VariantCase: Link.VariantOneofCase.None } => "unsupported link variant",
        { BatchJob.JobId: "" } => "batch job link must not have an empty job ID",
        { WorkflowEvent.Namespace: "" } => "workflow event link must not have an empty namespace field",
        { WorkflowEvent.WorkflowId: "" } => "workflow event link must not have an empty workflow ID field",
        { WorkflowEvent.RunId: "" } => "workflow event link must not have an empty run ID field",
        { WorkflowEvent.EventRef: { EventType: EventType.Unspecified, EventId: not 0 } } => "workflow event link ref cannot have an unspecified event type and a non-zero event ID",
        _ => null,
    };
}
