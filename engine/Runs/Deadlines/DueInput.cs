namespace FranceTravail.Parcours.Engine.Runs.Deadlines;

/// <summary>Time has passed: all that is due in the run happens, in order of its moment. Answers whether anything was.</summary>
internal sealed record DueInput : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        var any = false;
        while (Deadline.Next(t.State) is { } deadline && deadline.At <= t.Now)
        {
            deadline.Fire(t);
            any = true;
        }

        return any;
    }
}
