namespace FranceTravail.Parcours.Engine.Runs.Tasks;

/// <summary>Names a task queue; workflow and activity queues of one name are separate.</summary>
internal readonly record struct QueueName(string Namespace, TaskKind Kind, string Name);
