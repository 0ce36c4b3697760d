using System.Text.Json;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using FranceTravail.Parcours.Workflows.Tests.Fils;
using FranceTravail.Parcours.Workflows.Tests.Moteur;
using Temporalio.Activities;
using Temporalio.Common;
using Temporalio.Worker;
using Temporalio.Worker.Interceptors;

namespace FranceTravail.Parcours.Workflows.Tests.Histoires;

/// <summary>
/// A rule, a sentence or a reminder changes between a history and its replay. A journey that reads its recorded decisions goes on
/// as it was decided; one that runs the rules itself, as before, asks for other things, and is caught.
/// </summary>
public sealed class When_the_code_has_changed : IDisposable
{
    private readonly ChangeanteEtape.Regles avant = ChangeanteEtape.Code;

    public static TheoryData<string> Changements => ["rule", "sentence", "reminder"];

    public void Dispose() => ChangeanteEtape.Code = avant;

    [Theory]
    [MemberData(nameof(Changements))]
    public async Task Should_go_on_with_the_decisions_of_then(string quoi)
    {
        await using var scene = await OuvrirAsync();
        await scene.TacheAsync(ChangeanteEtape.Repondre);
        await scene.AvancerJoursAsync(30);
        await scene.Poignee.GetResultAsync();
        var histoire = await scene.Poignee.FetchHistoryAsync();
        var (faute, demandes) = await RejouerAsync<ParcoursWorkflow>(histoire);
        Assert.Null(faute);
        Assert.NotEmpty(demandes);
        var lignes = await Rejeu.ProjeterAsync(histoire);

        var decidaient = Decider();
        Changer(quoi);
        Assert.NotEqual(decidaient, Decider());
        var (fauteApres, demandesApres) = await RejouerAsync<ParcoursWorkflow>(histoire);
        Assert.Null(fauteApres);
        Assert.Equal(demandes, demandesApres);
        Assert.Equal(lignes, await Rejeu.ProjeterAsync(histoire));
    }

    [Theory]
    [MemberData(nameof(Changements))]
    public async Task Should_catch_a_journey_that_runs_the_rules_itself(string quoi)
    {
        await using var scene = await OuvrirAsync();
        using var ouvrier = new TemporalWorker(scene.Client, new TemporalWorkerOptions("ancien").AddWorkflow<AncienParcours>().AddActivity(ActivityDefinition.Create(AncienParcours.Montrer, typeof(void), [typeof(string)], 1, _ => null)));
        var histoire = await ouvrier.ExecuteAsync(async () =>
        {
            var poignee = await scene.Client.StartWorkflowAsync((AncienParcours w) => w.RunAsync(Demarrage), new("ancien", "ancien"));
            await scene.AvancerJoursAsync(30);
            await poignee.GetResultAsync();
            return await poignee.FetchHistoryAsync();
        });
        var (faute, demandes) = await RejouerAsync<AncienParcours>(histoire);
        Assert.Null(faute);

        Changer(quoi);
        var (fauteApres, demandesApres) = await RejouerAsync<AncienParcours>(histoire);
        Assert.True(fauteApres is not null || !demandes.SequenceEqual(demandesApres), "The change was not seen.");
    }

    private static DemarrageParcours Demarrage { get; } = new()
    {
        DossierId = "dossier-0001",
        Territoire = "pas-de-calais",
        Commune = "62510",
        ModeleId = AncienParcours.Modele.Id,
        ModeleVersion = 1,
        Situation = Situations.ProcheDeLEmploi,
    };

    private static Task<Scene> OuvrirAsync() => Scene.OuvrirAsync(modele: AncienParcours.Modele, catalogue: TroisFils.Catalogue);

    /// <summary>What the code of the moment decides when the journey begins.</summary>
    private static string Decider() =>
        JsonSerializer.Serialize(new ParcoursEnMemoire(modele: AncienParcours.Modele, catalogue: TroisFils.Catalogue).Decisions[0], ParcoursJson.Options);

    private static void Changer(string quoi) => ChangeanteEtape.Code = quoi switch
    {
        "rule" => ChangeanteEtape.Code with { Delai = 15 },
        "sentence" => ChangeanteEtape.Code with { Phrase = "Une réponse est demandée." },
        _ => ChangeanteEtape.Code with { Rappel = 5 },
    };

    private static async Task<(Exception? Faute, IReadOnlyList<string> Demandes)> RejouerAsync<T>(WorkflowHistory histoire)
    {
        var ecoute = new Ecoute();
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions { DataConverter = ParcoursDataConverter.Instance, Interceptors = [ecoute] }.AddWorkflow<T>());
        return ((await replayer.ReplayWorkflowAsync(histoire, throwOnReplayFailure: false)).ReplayFailure, ecoute.Demandes);
    }

    /// <summary>What a replay asks of the world and of the clock.</summary>
    private sealed class Ecoute : IWorkerInterceptor
    {
        public List<string> Demandes { get; } = [];

        public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new Entree(this, nextInterceptor);

        private sealed class Entree(Ecoute ecoute, WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
        {
            public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new Sortie(ecoute, outbound));
        }

        private sealed class Sortie(Ecoute ecoute, WorkflowOutboundInterceptor next) : WorkflowOutboundInterceptor(next)
        {
            public override Task DelayAsync(DelayAsyncInput input)
            {
                ecoute.Demandes.Add($"timer {input.Delay}");
                return base.DelayAsync(input);
            }

            public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input)
            {
                ecoute.Demandes.Add($"{input.Activity} {JsonSerializer.Serialize(input.Args, ParcoursJson.Options)}");
                return base.ScheduleActivityAsync<TResult>(input);
            }
        }
    }
}
