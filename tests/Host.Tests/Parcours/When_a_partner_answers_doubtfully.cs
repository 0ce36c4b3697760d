using System.Collections.Concurrent;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Engine;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Activities;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Workflows;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>Doubtful answers to one call, tried again by the engine itself: how many are counted, and over what.</summary>
public sealed class When_a_partner_answers_doubtfully : IAsyncLifetime
{
    private const string Queue = "doutes";

    private readonly Partenaire partenaire = new();
    private EngineServer engine = null!;
    private TemporalClient client = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        engine = await EngineServer.StartAsync(new() { InMemory = true, Address = "127.0.0.1:0" }, NullLoggerFactory.Instance, Stop);
        client = await TemporalClient.ConnectAsync(new(engine.Address));
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Fact]
    public async Task Should_count_no_outage_however_long()
    {
        partenaire.Pannes = 15;
        Assert.Equal(RefusPartenaire.EssaisDouteux, await DouterAsync(null));
        Assert.Equal(15 + RefusPartenaire.EssaisDouteux, partenaire.Essais);
    }

    [Fact]
    public async Task Should_count_over_an_outage_between_two_of_them()
    {
        partenaire.PanneApres = 4;
        partenaire.Pannes = 6;
        Assert.Equal(RefusPartenaire.EssaisDouteux, await DouterAsync(null));
        Assert.Equal(6 + RefusPartenaire.EssaisDouteux, partenaire.Essais);
    }

    /// <summary>One more may be answered while the run ends.</summary>
    [Fact]
    public async Task Should_count_anew_in_a_run_that_continues_and_still_come_to_an_end() =>
        Assert.InRange(await DouterAsync(3), 3 + RefusPartenaire.EssaisDouteux, 4 + RefusPartenaire.EssaisDouteux);

    /// <summary>How many doubtful answers were given until one counted as a refusal.</summary>
    private async Task<int> DouterAsync(int? reprise)
    {
        using var worker = new TemporalWorker(client, new TemporalWorkerOptions(Queue).AddWorkflow<Attente>().AddAllActivities(partenaire));
        return await worker.ExecuteAsync(
            async () =>
            {
                var run = await client.StartWorkflowAsync((Attente w) => w.RunAsync(false), new(Guid.NewGuid().ToString("n"), Queue));
                if (reprise is { } doutes)
                {
                    partenaire.Suspendre = doutes;
                    await partenaire.Suspendu.Task.WaitAsync(TimeSpan.FromMinutes(1), Stop);
                    await run.SignalAsync(w => w.ContinuerAsync());
                    partenaire.Reprendre.SetResult();
                }

                Assert.Equal("RefusPartenaire", await run.GetResultAsync<string>());
                return partenaire.Doutes;
            },
            Stop);
    }

    public sealed class Partenaire
    {
        private readonly ConcurrentQueue<bool> essais = new();
        private int doutes;

        /// <summary>Outages that are still to come, and after how many doubtful answers.</summary>
        public int Pannes { get; set; }

        public int PanneApres { get; set; }

        /// <summary>The doubtful answer at which to wait.</summary>
        public int Suspendre { get; set; } = -1;

        public TaskCompletionSource Suspendu { get; } = new();

        public TaskCompletionSource Reprendre { get; } = new();

        public int Essais => essais.Count;

        public int Doutes => doutes;

        [Activity("Douter")]
        public Task<int> DouterAsync() => RefusPartenaire.EstDefinitifAsync<int>(async _ =>
        {
            essais.Enqueue(true);
            if (doutes >= PanneApres && Pannes > 0)
            {
                Pannes--;
                throw new PartenaireIndisponibleException("caf", null);
            }

            if (++doutes == Suspendre)
            {
                Suspendu.SetResult();
                await Reprendre.Task;
            }

            throw new PartenaireDouteuxException("caf", 403);
        });
    }

    [Workflow]
    public sealed class Attente
    {
        private bool continuer;

        [WorkflowRun]
        public async Task<string> RunAsync(bool suite)
        {
            var demande = Workflow.ExecuteActivityAsync<int>(
                "Douter",
                [],
                new()
                {
                    StartToCloseTimeout = TimeSpan.FromMinutes(1),
                    RetryPolicy = new() { InitialInterval = TimeSpan.FromMilliseconds(20), BackoffCoefficient = 1 },
                });
            await Workflow.WhenAnyAsync(demande, Workflow.WaitConditionAsync(() => continuer));
            if (continuer && !suite)
            {
                throw Workflow.CreateContinueAsNewException((Attente w) => w.RunAsync(true));
            }

            try
            {
                await demande;
                return "";
            }
            catch (ActivityFailureException e) when (e.InnerException is ApplicationFailureException refus)
            {
                return refus.ErrorType!;
            }
        }

        [WorkflowSignal]
        public Task ContinuerAsync()
        {
            continuer = true;
            return Task.CompletedTask;
        }
    }
}
