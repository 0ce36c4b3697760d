namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>A start came to nothing; what waits behind it may have its turn.</summary>
internal sealed record ActionNotStarted(bool Tracked) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        ScheduleTurn.Make(t, schedule => schedule with { Starting = schedule.Starting && !Tracked });
        return true;
    }
}
