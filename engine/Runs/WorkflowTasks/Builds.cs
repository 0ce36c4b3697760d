using System.Text.Json;
using FranceTravail.Parcours.Engine.Runs.Properties;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;

namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>The builds of workers that have completed tasks of a run: points to which it can be reset, and search attributes.</summary>
internal static class Builds
{
    private const int Most = 20;
    private const string Unversioned = "unversioned";

    /// <summary>Takes in a completed task.</summary>
    public static void Note(Transition t, HistoryEvent completed)
    {
        var a = completed.WorkflowTaskCompletedEventAttributes;
        if (AddPoint(t, completed, a.WorkerVersion?.BuildId ?? "") && a.BinaryChecksum.Length > 0)
        {
            ServiceAttributes.Set(t, ServiceAttributes.BinaryChecksums, [.. t.State.ResetPoints!.Points.Select(p => p.BinaryChecksum).Where(c => c.Length > 0)]);
        }

        NoteStamp(t, a.WorkerVersion ?? new WorkerVersionStamp());
    }

    /// <summary>The points of a run for the one that follows it in the chain: each until the history that it lies in is deleted.</summary>
    public static ResetPoints? Inherited(Transition t)
    {
        var points = t.State.ResetPoints?.Clone();
        foreach (var mine in points?.Points.Where(p => p.RunId == t.Key.RunId) ?? [])
        {
            mine.ExpireTime = t.Now.After(t.Catalog.RetentionOf(t.Key.Namespace)).ToTimestamp();
        }

        return points is null ? null : new ResetPoints { Points = { points.Points.Where(p => p.ExpireTime is null || p.ExpireTime.ToMoment() > t.Now) } };
    }

    private static bool AddPoint(Transition t, HistoryEvent completed, string build)
    {
        var checksum = completed.WorkflowTaskCompletedEventAttributes.BinaryChecksum;
        var points = t.State.ResetPoints?.Points ?? [];
        if (points.Any(p => p.BinaryChecksum == checksum && p.BuildId == build))
        {
            return false;
        }

        var point = new ResetPointInfo
        {
            BinaryChecksum = checksum,
            BuildId = build,
            RunId = t.Key.RunId,
            FirstWorkflowTaskCompletedId = completed.EventId,
            CreateTime = completed.EventTime,
            Resettable = t.State.Children.IsEmpty,
        };
        t.State = t.State with { ResetPoints = new ResetPoints { Points = { points.Append(point).TakeLast(Most) } } };
        return true;
    }

    private static void NoteStamp(Transition t, WorkerVersionStamp stamp)
    {
        var known = ServiceAttributes.Read(t.State, ServiceAttributes.BuildIds);
        var kind = stamp.UseVersioning ? "versioned" : Unversioned;
        List<string> all = [.. known.Concat(stamp.UseVersioning ? [] : [Unversioned]).Concat(stamp.BuildId.Length > 0 ? [$"{kind}:{stamp.BuildId}"] : []).Distinct()];
        while (all.Count > 2 && JsonSerializer.SerializeToUtf8Bytes(all).Length > Attributes.SearchAttributeValidator.MaximumValueBytes)
        {
            all.RemoveAt(all[0] == Unversioned ? 1 : 0);
        }

        ServiceAttributes.Set(t, ServiceAttributes.BuildIds, all);
    }
}
