using FranceTravail.Parcours.Workflows.Parcours;
using Temporalio.Activities;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>A journey that a later program ran: its history holds a decision that this one cannot read.</summary>
[Workflow(NomsParcours.Workflow)]
public sealed class ParcoursPlusRecent
{
    private Dictionary<string, int>? decision;

    [Activity("Decider")]
    public static Dictionary<string, int> Decider() => new() { ["version"] = 999 };

    [WorkflowRun]
    public async Task RunAsync(DemarrageParcours demarrage) =>
        decision = await Workflow.ExecuteLocalActivityAsync<Dictionary<string, int>>("Decider", [], new() { ScheduleToCloseTimeout = TimeSpan.FromMinutes(1) });

    [WorkflowQuery("Decision")]
    public Dictionary<string, int>? Decision() => decision;
}
