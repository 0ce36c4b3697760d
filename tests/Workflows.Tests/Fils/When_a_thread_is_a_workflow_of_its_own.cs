using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Tests.Moteur;
using Temporalio.Client;
using Xunit;

namespace FranceTravail.Parcours.Workflows.Tests.Fils;

public class When_a_thread_is_a_workflow_of_its_own
{
    private static readonly int[] Hasard = [.. Enumerable.Repeat(0, 20)];

    [Fact]
    public async Task Should_be_known_by_its_journey_and_tell_it_of_its_end()
    {
        await using var scene = await OuvrirAsync();
        await scene.TacheAsync("confirmer-rendez-vous");
        await scene.OuvrirFilAsync("fil-1", RoleActeur.Conseiller, "c-1");
        Assert.Contains((await scene.SituationAsync())!.Fils, f => f is { FilId: "fil-1-1", Separe: true });
        var fil = Fil(scene);
        await AgirAsync(scene, fil, "suite");
        await fil.GetResultAsync();
        await scene.CalmeAsync();
        await scene.JusquaAsync(() => scene.SituationAsync().GetAwaiter().GetResult()!.Fils.All(f => !f.Separe), "end of the thread");
    }

    [Fact]
    public async Task Should_live_on_when_its_journey_continues_as_new_or_ends()
    {
        await using var scene = await OuvrirAsync();
        var histoire = new Histoire(scene);
        await histoire.JusquAuContratSigneAsync();
        await scene.AgirAsync("instruire", "suite");
        await histoire.JusquALaRevueAsync();
        await scene.OuvrirFilAsync("fil-1", RoleActeur.Conseiller, "c-1");
        await scene.TacheAsync("instruire");
        await scene.AgirAsync("tenir-revue", "Poursuite");
        Assert.Contains((await scene.SituationAsync())!.Fils, f => f.FilId == "fil-1-1");
        await histoire.JusquALaRevueAsync();
        await scene.AgirAsync("tenir-revue", "Sortie", ("motif", "emploi"));
        await scene.Poignee.GetResultAsync();

        var fil = Fil(scene);
        if ((await fil.DescribeAsync()).Status == Temporalio.Api.Enums.V1.WorkflowExecutionStatus.Running)
        {
            await AgirAsync(scene, fil, "suite");
            await fil.GetResultAsync();
        }

        Assert.Contains(scene.Activites.Registre.De(scene.DossierId).Where(p => p.Flux == "fil-1-1").SelectMany(p => p.Faits), f => f.Code.StartsWith("demarche.", StringComparison.Ordinal));
    }

    private static Task<Scene> OuvrirAsync() => Scene.OuvrirAsync(modele: TroisFils.Modele(Hasard, separe: true), catalogue: TroisFils.Catalogue);

    private static WorkflowHandle<ParcoursWorkflow> Fil(Scene scene) =>
        scene.Client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(scene.DossierId, "fil-1-1"));

    private static async Task AgirAsync(Scene scene, WorkflowHandle<ParcoursWorkflow> fil, string geste)
    {
        var tache = await scene.TacheAsync("instruire");
        await fil.ExecuteUpdateAsync(w => w.AgirAsync(scene.Acte(tache, geste)));
    }
}
