using Google.Protobuf;
using Temporalio.Api.Workflow.V1;

namespace FranceTravail.Parcours.Engine.Visibility;

/// <summary>One page of a list, and the token of the next one: empty at the end.</summary>
internal sealed record ListPage(IReadOnlyList<WorkflowExecutionInfo> Executions, ByteString NextPageToken);
