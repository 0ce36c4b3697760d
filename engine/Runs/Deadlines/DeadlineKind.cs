namespace FranceTravail.Parcours.Engine.Runs.Deadlines;

internal enum DeadlineKind
{
    Execution,
    Run,
    FirstTask,
    WorkflowTask,
    Schedule,
    UserTimer,
    Activity,
}
