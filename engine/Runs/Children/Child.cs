using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Children;

/// <summary>A child that runs. Its run id is that of its first run: a child that continues as new stays the same child.</summary>
internal sealed record Child(long InitiatedEventId, long StartedEventId, string Namespace, string WorkflowId, string RunId, string WorkflowType, ParentClosePolicy ParentClosePolicy);
