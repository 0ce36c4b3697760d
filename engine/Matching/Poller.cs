using FranceTravail.Parcours.Engine.Runs.Tasks;

namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>A worker's call that waits for a task.</summary>
internal sealed class Poller(QueueName queue, string identity, DateTimeOffset arrived, PollerTraits? traits = null)
{
    private readonly TaskCompletionSource<object?> handed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int state;

    public QueueName Queue => queue;

    public string Identity => identity;

    public DateTimeOffset Arrived => arrived;

    public PollerTraits? Traits => traits;

    /// <summary>The task: a started workflow task, a started activity or a query; null when the call ends without one.</summary>
    public Task<object?> Handed => handed.Task;

    /// <summary>The call wants to end, and waits only for what it was taken for.</summary>
    public bool Leaving => Volatile.Read(ref state) == 3;

    /// <summary>Nobody has taken it yet.</summary>
    public bool Waits => Volatile.Read(ref state) == 0;

    /// <summary>Takes the poller for a task. False when it has gone, or is taken already.</summary>
    public bool Take() => Interlocked.CompareExchange(ref state, 1, 0) == 0;

    /// <summary>Gives a taken poller back. False when its call wants to end.</summary>
    public bool Release() => Interlocked.CompareExchange(ref state, 0, 1) == 1;

    /// <summary>The call ends: without a task, unless one is just being handed over.</summary>
    public void Leave()
    {
        if (Interlocked.CompareExchange(ref state, 2, 0) == 0 || Interlocked.CompareExchange(ref state, 3, 1) != 1)
        {
            handed.TrySetResult(null);
        }
    }

    public void Hand(object task) => handed.TrySetResult(task);

    /// <summary>The call ends without a task: it wanted to while it was taken, or the task could not be handed over.</summary>
    public void Dismiss() => handed.TrySetResult(null);
}
