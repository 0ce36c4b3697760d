using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>
/// Takes up a journey, or a thread that runs by itself, that was cancelled, terminated or that failed, from its last decision: same stream, same
/// state, a new run.
/// </summary>
public static class Reprise
{
    /// <summary>Search attribute in which a service says of a run that its workflow tasks do not come to an end.</summary>
    public const string Problemes = "TemporalReportedProblems";

    /// <summary>Ended by something else than its own decisions.</summary>
    public static bool EstInterrompu(WorkflowExecutionStatus statut) =>
        statut is WorkflowExecutionStatus.Canceled or WorkflowExecutionStatus.Terminated or WorkflowExecutionStatus.Failed or WorkflowExecutionStatus.TimedOut;

    /// <summary>
    /// It runs, and its workflow task fails, or does not end, each time that a worker takes it: nothing will happen in it until the program
    /// changes, or until it is stopped and taken up. The service says so after some tries, and takes it back with the first task that ends.
    /// </summary>
    public static bool EstBloque(WorkflowExecution workflow) =>
        workflow.Status is WorkflowExecutionStatus.Running && workflow.TypedSearchAttributes.TryGetValue(SearchAttributeKey.CreateKeywordList(Problemes), out var problemes) && problemes.Count > 0;

    /// <summary>True when a new run was started; false when the journey runs, or has ended by itself.</summary>
    public static async Task<bool> ReprendreAsync(ITemporalClient client, string dossierId, string flux)
    {
        if (await Deroulements.DernierAsync(client, dossierId, flux) is not { } workflow || !EstInterrompu(workflow.Status))
        {
            return false;
        }

        var histoire = await LecteurHistoires.LireAsync(client, workflow.Id, workflow.RunId);
        var etat = histoire.Etat();
        var demarrage = histoire.Demarrage with { Etat = etat.Count == 0 ? null : etat, RunRepris = workflow.RunId, Recommence = false };
        await Deroulements.LibererAsync(client, workflow);
        await DemarrerAsync(client, demarrage);
        if (flux == NomsParcours.FilPrincipal && etat.Count > 0)
        {
            await AnnoncerLesFinsAsync(client, dossierId, VersionsEtat.Lire(etat));
        }
        else if (flux != NomsParcours.FilPrincipal)
        {
            await PartagerAsync(client, dossierId, flux);
        }

        return true;
    }

    /// <summary>
    /// Stops a journey that is stuck and takes it up from its last decision, without what was sent to it since: a reset would have it all
    /// again. False when it is stuck no more.
    /// </summary>
    public static async Task<bool> DebloquerAsync(ITemporalClient client, string dossierId, string flux)
    {
        if (await Deroulements.DernierAsync(client, dossierId, flux) is not { } workflow || !EstBloque(workflow))
        {
            return false;
        }

        await client.GetWorkflowHandle(workflow.Id, workflow.RunId).TerminateAsync("bloqué : repris à sa dernière décision");
        return await ReprendreAsync(client, dossierId, flux);
    }

    /// <summary>Tells a thread that is taken up, or begun again, what its journey shares with it now.</summary>
    internal static async Task PartagerAsync(ITemporalClient client, string dossierId, string fil)
    {
        if (await Deroulements.DernierAsync(client, dossierId, NomsParcours.FilPrincipal) is not { } parcours)
        {
            return;
        }

        var histoire = await LecteurHistoires.LireAsync(client, parcours.Id, parcours.RunId);
        if (histoire.Etat() is not { Count: > 0 } json)
        {
            return;
        }

        var le = histoire.Decisions.Count > 0 ? histoire.Decisions[^1].Le : histoire.Depart!.Le;
        var partage = DossierPartage.De(VersionsEtat.Lire(json), fil, le);
        try
        {
            await client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(dossierId, fil))
                .SignalAsync(w => w.PartagerAsync(partage));
        }
        catch (RpcException finie) when (finie.Code is RpcException.StatusCode.NotFound)
        {
            // It has ended meanwhile: it needs to know nothing.
        }
    }

    /// <summary>
    /// Tells a journey that is taken up which of its threads ended while nobody could be told. One that it knows of already changes nothing.
    /// </summary>
    private static async Task AnnoncerLesFinsAsync(ITemporalClient client, string dossierId, EtatParcours etat)
    {
        foreach (var fil in etat.Fils.Values.Where(f => f.Separe && f.Id != NomsParcours.FilPrincipal))
        {
            if (await Deroulements.DernierAsync(client, dossierId, fil.Id) is { Status: WorkflowExecutionStatus.Completed } fini)
            {
                var issue = VersionsEtat.Lire((await LecteurHistoires.LireAsync(client, fini.Id, fini.RunId)).Etat()).Fils[fil.Id].NoeudId;
                await client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(dossierId)).SignalAsync(w => w.FinDeFilAsync(new FinDeFil(fil.Id, issue)));
            }
        }
    }

    internal static Task DemarrerAsync(ITemporalClient client, DemarrageParcours demarrage) => client.StartWorkflowAsync(
        (ParcoursWorkflow w) => w.RunAsync(demarrage),
        new(NomsParcours.IdWorkflow(demarrage.DossierId, demarrage.FilId), NomsParcours.FileDeTaches) { IdReusePolicy = WorkflowIdReusePolicy.AllowDuplicate });
}
