namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>Something that happens to a run: a request, a worker's answer, a due deadline, or the effect of another run.</summary>
/// <typeparam name="TAnswer">What the sender is told once it is committed.</typeparam>
internal interface IRunInput<out TAnswer>
{
    /// <summary>Makes the transition. Throws <see cref="Protocol.ServiceException"/> to refuse it; nothing of it is kept then.</summary>
    TAnswer Apply(Transition t);
}

/// <summary>An effect of one run on others, carried out behind the transition that caused it and in the same commit.</summary>
internal interface IEffect
{
    void CarryOut(IRunSpace space, RunKey source);
}

/// <summary>Where ids and chance come from, so that the heart has none of its own.</summary>
internal interface IChance
{
    /// <summary>A new identifier: a UUID in its text form.</summary>
    string NewId();

    /// <summary>A number from 0 (included) to 1 (excluded).</summary>
    double Next();
}
