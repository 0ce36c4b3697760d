using Temporalio.Activities;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

public interface IDecisionActivities
{
    /// <summary>Name of the activity.</summary>
    const string Decider = nameof(Decider);

    /// <summary>
    /// Decides one event and writes its effects to the case store, in one transaction. A rank that is already there is answered
    /// with the decision that the store holds, whatever event it is about: a journey that lost its worker between the two
    /// goes on from what people saw. A gap is healed from the histories first.
    /// </summary>
    [Activity(Decider)]
    Task<Decision> DeciderAsync(DecisionDemandee demande);
}
