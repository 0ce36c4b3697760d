using System.Text.Json;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>What a journey asks outside itself. Passing faults are retried for ever, ever more slowly: nothing asked is dropped.</summary>
internal static class Appels
{
    private static readonly Temporalio.Common.RetryPolicy Patience = new()
    {
        InitialInterval = TimeSpan.FromSeconds(2),
        BackoffCoefficient = 2,
        MaximumInterval = TimeSpan.FromMinutes(10),
    };

    /// <summary>
    /// The decision on an event. A local activity, whose result alone is recorded: the case store holds it first, and answers
    /// it again to a worker that was killed before the history did. By its name: the SDK compiles an expression each time that it
    /// is given one, and a replay goes through every decision.
    /// </summary>
    public static Task<Decision> DeciderAsync(DecisionDemandee demande) => Workflow.ExecuteLocalActivityAsync<Decision>(
        IDecisionActivities.Decider,
        [demande],
        new() { StartToCloseTimeout = TimeSpan.FromSeconds(30), RetryPolicy = Patience });

    /// <summary>The answer of the world: a value, or a partner's definite refusal.</summary>
    public static async Task<Reponse> DemanderAsync(Demande demande)
    {
        try
        {
            return new Reponse
            {
                Valeur = await Workflow.ExecuteActivityAsync<JsonElement?>(
                    demande.Activite,
                    [demande],
                    new() { StartToCloseTimeout = TimeSpan.FromSeconds(60), RetryPolicy = Patience }),
            };
        }
        catch (ActivityFailureException e) when (e.InnerException is ApplicationFailureException { NonRetryable: true } refus)
        {
            return new Reponse { Refus = refus.Message };
        }
    }
}
