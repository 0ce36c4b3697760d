using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Tests.Moteur;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;

namespace FranceTravail.Parcours.Workflows.Tests.Fils;

public class When_a_thread_is_a_workflow_of_its_own
{
    /// <summary>The second thread leaves forty days to answer; all else is the least.</summary>
    private static readonly int[] Hasard = [.. Enumerable.Range(0, 20).Select(i => i == 4 ? 39 : 0)];

    [Fact]
    public async Task Should_be_known_by_its_journey_and_tell_it_of_its_end()
    {
        await using var scene = await OuvrirAsync();
        await scene.OrienterAsync();
        await scene.TacheAsync("confirmer-rendez-vous");
        await scene.OuvrirFilAsync("fil-1", RoleActeur.Conseiller, "c-1");
        Assert.Contains((await scene.AvancementAsync())!.Fils, f => f is { FilId: "fil-1-1", Separe: true });
        var fil = Fil(scene);
        await AgirAsync(scene, fil, "suite");
        await fil.GetResultAsync();
        await scene.CalmeAsync();
        await scene.JusquaAsync(async () => (await scene.AvancementAsync())!.Fils.All(f => !f.Separe), "end of the thread");
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
        Assert.Contains((await scene.AvancementAsync())!.Fils, f => f.FilId == "fil-1-1");
        Assert.Equal(WorkflowExecutionStatus.Running, (await Fil(scene).DescribeAsync()).Status);
        await AgirAsync(scene, Fil(scene), "suite");
        await Fil(scene).GetResultAsync();

        await histoire.JusquALaRevueAsync();
        await scene.OuvrirFilAsync("fil-1", RoleActeur.Conseiller, "c-1");
        await scene.TacheAsync("instruire");
        await scene.AgirAsync("tenir-revue", "Sortie", ("motif", "emploi"));
        await scene.Poignee.GetResultAsync();
        Assert.Equal(WorkflowExecutionStatus.Running, (await Fil(scene, 2).DescribeAsync()).Status);
        await AgirAsync(scene, Fil(scene, 2), "suite");
        await Fil(scene, 2).GetResultAsync();
        Assert.Contains(scene.Activites.Registre.De(scene.DossierId).Where(p => p.Flux == "fil-1-2").SelectMany(p => p.Faits), f => f.Code == "demarche.instruite");
    }

    private static Task<Scene> OuvrirAsync() => Scene.OuvrirAsync(modele: TroisFils.Modele(Hasard, separe: true), catalogue: TroisFils.Catalogue);

    private static WorkflowHandle<ParcoursWorkflow> Fil(Scene scene, int rang = 1) =>
        scene.Client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(scene.DossierId, $"fil-1-{rang}"));

    private static async Task AgirAsync(Scene scene, WorkflowHandle<ParcoursWorkflow> fil, string geste)
    {
        var tache = await scene.TacheAsync("instruire");
        await fil.ExecuteUpdateAsync(w => w.AgirAsync(scene.Acte(tache, geste)));
    }
}
