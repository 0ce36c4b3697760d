using System.Text.Json;
using System.Text.Json.Serialization;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Children;
using FranceTravail.Parcours.Engine.Runs.Timers;
using FranceTravail.Parcours.Engine.Runs.Updates;
using Temporalio.Api.Activity.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Schedule.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.Workflow.V1;

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
            new MessageJson<Failure>(), new MessageJson<RetryPolicy>(), new MessageJson<Request>(), new MessageJson<ActivityOptions>(), new MessageJson<VersioningOverride>(), new MessageJson<Priority>(), new MessageJson<ResetPoints>(),
            new MessageJson<ScheduleSpec>(), new MessageJson<ScheduleAction>(), new MessageJson<SchedulePolicies>(), new MessageJson<ScheduleState>(),
        },
    };

    /// <summary>All of a state but its items.</summary>
    public static byte[] Write(RunState state) => JsonSerializer.SerializeToUtf8Bytes(state, Options);

    public static RunState Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<RunState>(bytes, Options) ?? throw new InvalidDataException("An empty run state.");

    /// <summary>The items that were touched since they were kept; those without a value are gone.</summary>
    public static IEnumerable<ItemRow> Touched(RunState s) =>
    [
        .. Rows(ItemKind.Activity, s.Activities),
        .. Rows(ItemKind.Timer, s.Timers),
        .. Rows(ItemKind.Child, s.Children),
        .. Rows(ItemKind.Update, s.Updates),
        .. Rows(ItemKind.RequestId, s.RequestIds),
    ];

    /// <summary>A state with its items.</summary>
    public static RunState With(RunState state, IReadOnlyCollection<ItemRow> rows) => rows.Count == 0 ? state : state with
    {
        Activities = Items<long, Activity>(rows, ItemKind.Activity),
        Timers = Items<long, UserTimer>(rows, ItemKind.Timer),
        Children = Items<long, Child>(rows, ItemKind.Child),
        Updates = Items<string, Update>(rows, ItemKind.Update),
        RequestIds = Items<string, long>(rows, ItemKind.RequestId),
    };

    private static IEnumerable<ItemRow> Rows<TKey, TValue>(ItemKind kind, Items<TKey, TValue> items)
        where TKey : notnull => items.Touched.Select(key => new ItemRow(kind, key, items.TryGetValue(key, out var value) ? JsonSerializer.SerializeToUtf8Bytes(value, Options) : null));

    private static Items<TKey, TValue> Items<TKey, TValue>(IEnumerable<ItemRow> rows, ItemKind kind)
        where TKey : notnull => Runs.Items<TKey, TValue>.Kept(rows.Where(r => r.Kind == kind).Select(r => KeyValuePair.Create(
            (TKey)r.Key, JsonSerializer.Deserialize<TValue>(r.Value!, Options) ?? throw new InvalidDataException("An empty item of a run."))));
}
