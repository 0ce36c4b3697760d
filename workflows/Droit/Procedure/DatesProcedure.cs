using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit.Procedure;

/// <summary>The three days of a contradictory procedure.</summary>
/// <param name="ObservationsJusquAu">Last day on which the person may write or ask to be heard.</param>
/// <param name="DecisionAuPlusTot">First day on which a decision may be taken.</param>
/// <param name="DecisionAuPlusTard">Last day; past it the case lapses.</param>
public sealed record DatesProcedure(LocalDate ObservationsJusquAu, LocalDate DecisionAuPlusTot, LocalDate DecisionAuPlusTard);
