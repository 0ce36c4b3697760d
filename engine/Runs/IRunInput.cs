namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>Something that happens to a run: a request, a worker's answer, a due deadline, or the effect of another run.</summary>
/// <typeparam name="TAnswer">What the sender is told once it is committed.</typeparam>
internal interface IRunInput<out TAnswer>
{
    /// <summary>Makes the transition. Throws <see cref="Refusals.Refusal"/> to refuse it; nothing of it is kept then.</summary>
    TAnswer Apply(Transition t);
}
