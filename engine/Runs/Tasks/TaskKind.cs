namespace FranceTravail.Parcours.Engine.Runs.Tasks;

internal enum TaskKind
{
    Workflow,
    Activity,
}
