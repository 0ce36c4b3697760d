namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>
/// What any client of the service may start a journey with, or send to it. What cannot be read is null to the journey, which refuses or drops
/// it (<see cref="Entrees"/>), and no failure of its task.
/// </summary>
public interface IEntree;
