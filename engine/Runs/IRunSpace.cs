using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

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

    /// <summary>Makes a new run, the current one of its workflow id from now on.</summary>
    Run Create(NewRun birth) => Create(birth, out _);

    /// <summary>Makes a new run; its first task, already started, if that was asked.</summary>
    Run Create(NewRun birth, out StartedTask? eagerTask);
}
