namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>A thread that ran as a workflow of its own has ended.</summary>
/// <param name="FilId">Its id in the journey.</param>
/// <param name="Issue">The outcome by which its last step was reached.</param>
public sealed record FinDeFil(string FilId, string Issue) : IEntree;
