using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>The runs that one unit of work may read and change; all its changes are committed together.</summary>
internal interface IRunSpace
{
    DateTimeOffset Now { get; }

    IChance Chance { get; }

    EngineLimits Limits { get; }

    INamespaceCatalog Catalog { get; }

    /// <summary>The newest run of a workflow id, or null.</summary>
    Run? Current(string @namespace, string workflowId);

    Run? Find(RunKey key);

    /// <summary>Applies an input to a run, and keeps what comes of it.</summary>
    TAnswer Apply<TAnswer>(RunKey key, IRunInput<TAnswer> input);

    /// <summary>Removes a run with its history.</summary>
    void Delete(Run run);

    /// <summary>Makes a new run, the current one of its workflow id from now on.</summary>
    Run Create(NewRun birth) => Create(birth, out _);

    /// <summary>The batches of a run that hold events from one id to another, both included.</summary>
    IReadOnlyList<History> History(Run run, long firstEventId, long lastEventId);

    /// <summary>Makes a new run that does not begin at the beginning, the current one of its workflow id from now on.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="startEvent">Event 1.</param>
    /// <param name="state">What stands before anything is known of its history.</param>
    /// <param name="begin">Gives it its history and lets it go on.</param>
    Run Fork(RunKey key, HistoryEvent startEvent, RunState state, Action<Transition> begin);

    /// <summary>Makes a new run; its first task, already started, if that was asked.</summary>
    Run Create(NewRun birth, out StartedTask? eagerTask);
}
