namespace FranceTravail.Parcours.Engine;

/// <summary>Where in a database file something does not fit: for those who say it in another language than the fault.</summary>
/// <param name="Part">What part of the file.</param>
/// <param name="Name">The page's number, or the run's id; empty where the part has no name.</param>
/// <param name="Workflow">Id of the workflow of a run; empty otherwise.</param>
public sealed record FaultPlace(FaultPart Part, string Name = "", string Workflow = "");
