using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Chains;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Activity.V1;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>
/// Changes timeouts, queue or retry policy of open activities; one that waits is timed anew. Answers all options of the last one changed.
/// </summary>
/// <param name="Selection">The activities.</param>
/// <param name="Given">The new values.</param>
/// <param name="Mask">Which of them to take.</param>
/// <param name="Restore">Take those with which each was scheduled instead.</param>
internal sealed record UpdateActivityOptions(ActivitySelection Selection, ActivityOptions? Given, ActivityOptionsMask? Mask, bool Restore = false) : IRunInput<ActivityOptions>
{
    public ActivityOptions Apply(Transition t)
    {
        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        if (Restore)
        {
            return Selection.Find(t).Select(a => Change(t, a, a.Original ?? Options(a), null)).ToList()[^1];
        }

        var given = Given ?? throw Errors.Invalid("ActivityOptions are not provided");
        var found = Selection.Find(t);
        var mask = Mask ?? throw Errors.Invalid("UpdateMask is not provided");
        return found.Select(a => Change(t, a, mask.Merge(Options(a), given), a.Original ?? Options(a))).ToList()[^1];
    }

    /// <summary>The options that an activity has.</summary>
    public static ActivityOptions Options(Activity a) => new()
    {
        TaskQueue = new() { Name = a.TaskQueue, Kind = TaskQueueKind.Normal },
        ScheduleToCloseTimeout = a.ScheduleToClose.ToDurationOrNone(),
        ScheduleToStartTimeout = a.ScheduleToStart.ToDurationOrNone(),
        StartToCloseTimeout = a.StartToClose.ToDurationOrNone(),
        HeartbeatTimeout = a.Heartbeat.ToDurationOrNone(),
        RetryPolicy = a.RetryPolicy.Clone(),
        Priority = a.Order?.Clone(),
    };

    /// <summary>The activity with other options.</summary>
    public static Activity With(Activity a, ActivityOptions options) => a with
    {
        TaskQueue = options.TaskQueue.Name,
        ScheduleToClose = options.ScheduleToCloseTimeout.ToSpan(),
        ScheduleToStart = options.ScheduleToStartTimeout.ToSpan(),
        StartToClose = options.StartToCloseTimeout.ToSpan(),
        Heartbeat = options.HeartbeatTimeout.ToSpan(),
        RetryPolicy = options.RetryPolicy,
        Order = options.Priority,
    };

    private static ActivityOptions Change(Transition t, Activity a, ActivityOptions wanted, ActivityOptions? original)
    {
        var options = Checked(a, wanted.Clone(), t.Limits);
        var changed = With(a, options) with { Original = original };
        if (a.Started)
        {
            t.Put(changed);
        }
        else
        {
            TimeAnew(t, changed);
        }

        return options;
    }

    /// <summary>The attempt starts as long after the last one as the new policy says, under a name of its own.</summary>
    private static void TimeAnew(Transition t, Activity a)
    {
        var at = a is { Attempt: > 1, LastAttemptEndTime: { } ended } ? ended.After(RetryDecision.Backoff(a.RetryPolicy, a.Attempt - 1)) : a.ScheduledTime;
        var next = a with { Serial = t.State.Serial + 1, ScheduledTime = at, Waiting = at > t.Now, LastFailure = null };
        t.State = t.State with { Serial = next.Serial };
        if (next.Waiting)
        {
            t.Put(next);
        }
        else
        {
            t.Dispatch(next);
        }
    }

    /// <summary>The options as a scheduled activity would have them. Throws INVALID_ARGUMENT when it would be refused.</summary>
    private static ActivityOptions Checked(Activity a, ActivityOptions wanted, EngineLimits limits)
    {
        var attributes = new ScheduleActivityTaskCommandAttributes
        {
            ActivityId = a.ActivityId,
            ActivityType = new() { Name = a.TypeName },
            TaskQueue = wanted.TaskQueue,
            ScheduleToCloseTimeout = wanted.ScheduleToCloseTimeout,
            ScheduleToStartTimeout = wanted.ScheduleToStartTimeout,
            StartToCloseTimeout = wanted.StartToCloseTimeout,
            HeartbeatTimeout = wanted.HeartbeatTimeout,
            RetryPolicy = wanted.RetryPolicy,
            Priority = wanted.Priority,
        };
        try
        {
            ScheduleActivity.Check(attributes, limits);
        }
        catch (CommandRefusedException refused)
        {
            throw Errors.Invalid(refused.Text ?? refused.Message);
        }

        var normal = ScheduleActivity.Normalised(attributes, TimeSpan.Zero);
        wanted.ScheduleToCloseTimeout = normal.ScheduleToCloseTimeout;
        wanted.ScheduleToStartTimeout = normal.ScheduleToStartTimeout;
        wanted.StartToCloseTimeout = normal.StartToCloseTimeout;
        wanted.HeartbeatTimeout = normal.HeartbeatTimeout;
        wanted.RetryPolicy = normal.RetryPolicy;
        return wanted;
    }
}
