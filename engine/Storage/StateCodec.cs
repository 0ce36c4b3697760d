using Temporalio.Api.Activity.V1;
using Temporalio.Api.Workflow.V1;
using System.Text.Json;
using System.Text.Json.Serialization;
using FranceTravail.Parcours.Engine.Runs;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.Update.V1;

namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>The state of a run as it stands in the file: JSON, with protocol messages in their own bytes.</summary>
internal static class StateCodec
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            new MessageJson<HistoryEvent>(), new MessageJson<Memo>(), new MessageJson<SearchAttributes>(), new MessageJson<Payloads>(),
            new MessageJson<Failure>(), new MessageJson<RetryPolicy>(), new MessageJson<Request>(), new MessageJson<ActivityOptions>(), new MessageJson<VersioningOverride>(), new MessageJson<ResetPoints>(),
            new MessageJson<ScheduleSpec>(), new MessageJson<ScheduleAction>(), new MessageJson<SchedulePolicies>(), new MessageJson<ScheduleState>(),
        },
    };

    public static byte[] Write(RunState state) => JsonSerializer.SerializeToUtf8Bytes(state, Options);

    public static RunState Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<RunState>(bytes, Options) ?? throw new InvalidDataException("An empty run state.");
}
