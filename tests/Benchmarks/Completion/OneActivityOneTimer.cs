using Temporalio.Activities;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Benchmarks.Completion;

/// <summary>The smallest workflow that does what every journey does: calls an activity, and waits for a timer.</summary>
[Workflow]
public sealed class OneActivityOneTimer
{
    private string greeting = string.Empty;

    [Activity]
    public static string Greet(string name) => "Bonjour, " + name;

    [WorkflowRun]
    public async Task<string> RunAsync(string name)
    {
        greeting = await Workflow.ExecuteActivityAsync(() => Greet(name), new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(1));
        return greeting;
    }
}
