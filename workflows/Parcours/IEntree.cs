namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>
/// A message that any client of the service may send to a journey. One that cannot be read is null to the journey, which refuses or drops it
/// (<see cref="Entrees"/>), and no failure of its task.
/// </summary>
public interface IEntree;
