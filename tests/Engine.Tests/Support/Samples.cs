using Temporalio.Activities;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Engine.Tests.Support;

/// <summary>Small workflows and activities that the contract tests run with a real worker.</summary>
public static class Samples
{
    [Activity]
    public static string Echo(string text) => text;

    [Activity]
    public static string Flaky(int failures) => ActivityExecutionContext.Current.Info.Attempt > failures
        ? $"attempt {ActivityExecutionContext.Current.Info.Attempt}"
        : throw new ApplicationFailureException("not yet");

    /// <summary>An activity, a timer, then it gathers what it is sent until told to end.</summary>
    [Workflow]
    public sealed class Steps
    {
        private readonly List<string> received = [];
        private bool ended;

        [WorkflowRun]
        public async Task<string> RunAsync(string name, int seconds)
        {
            var echoed = await Workflow.ExecuteActivityAsync(() => Echo(name), new() { StartToCloseTimeout = TimeSpan.FromSeconds(10) });
            await Workflow.DelayAsync(TimeSpan.FromSeconds(seconds));
            received.Insert(0, echoed);
            await Workflow.WaitConditionAsync(() => ended);
            return string.Join(' ', received);
        }

        [WorkflowSignal]
        public Task SendAsync(string text)
        {
            received.Add(text);
            return Task.CompletedTask;
        }

        [WorkflowUpdate]
        public Task<int> AddAsync(string text)
        {
            received.Add(text);
            return Task.FromResult(received.Count);
        }

        [WorkflowUpdateValidator(nameof(AddAsync))]
        public void ValidateAdd(string text)
        {
            if (text.Length == 0)
            {
                throw new ApplicationFailureException("empty");
            }
        }

        [WorkflowSignal]
        public Task EndAsync()
        {
            ended = true;
            return Task.CompletedTask;
        }

        [WorkflowQuery]
        public int Count() => received.Count;
    }

#pragma warning disable CA1822 // A workflow's run method is an instance method, whether it uses the instance or not.

    /// <summary>Continues as new until it has counted to the end.</summary>
    [Workflow]
    public sealed class Chain
    {
        [WorkflowRun]
        public async Task<int> RunAsync(int count, int end)
        {
            var result = await Workflow.ExecuteActivityAsync(() => Flaky(1), new()
            {
                StartToCloseTimeout = TimeSpan.FromSeconds(10),
                RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(50) },
            });
            if (result != "attempt 2")
            {
                throw new ApplicationFailureException($"unexpected {result}", nonRetryable: true);
            }

            return count < end ? throw Workflow.CreateContinueAsNewException((Chain w) => w.RunAsync(count + 1, end)) : count;
        }
    }

    /// <summary>A parent of several children.</summary>
    [Workflow]
    public sealed class Family
    {
        [WorkflowRun]
        public async Task<int> RunAsync(int children)
        {
            var counts = await Workflow.WhenAllAsync(Enumerable.Range(0, children)
                .Select(i => Workflow.ExecuteChildWorkflowAsync((Chain w) => w.RunAsync(i, i))));
            return counts.Sum();
        }
    }
}
