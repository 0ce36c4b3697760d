namespace FranceTravail.Parcours.Engine.Matching;

internal enum TaskKind
{
    Workflow,
    Activity,
}
