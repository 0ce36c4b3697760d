namespace FranceTravail.Parcours.Engine.Runs.Reset;

/// <summary>A run learns which run goes on in its place from an earlier point of its history.</summary>
internal sealed record MarkReset(string RunId) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        t.State = t.State with { ResetRunId = RunId };
        return true;
    }
}
