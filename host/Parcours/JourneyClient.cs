using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Observation;
using FranceTravail.Parcours.Workflows.Parcours;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Host.Parcours;

/// <summary>Commands to journeys: start one, act on one. Reads never come here, and no exception of the SDK leaves here.</summary>
internal sealed class JourneyClient(ITemporalClient client, LienMoteur lien, HostSettings settings, ILogger<JourneyClient> logger)
{
    /// <summary>What is said of a journey that was cancelled, terminated or failed, and that only an operator takes up.</summary>
    public const string Arrete = "Le parcours a été arrêté dans le moteur : il ne commence pas de lui-même.";

    /// <summary>Starts the journey of a dossier that is in the store; one already started stays as it is. Refused when that one was interrupted.</summary>
    public Task<ReponseMoteur> DemarrerAsync(Dossier dossier, CancellationToken cancellationToken) => DemanderAsync("start", dossier.Id, async rpc =>
    {
        try
        {
            await client.StartWorkflowAsync(
                NomsParcours.Workflow,
                [DemarrageDossier.De(dossier)],
                new WorkflowOptions(NomsParcours.IdWorkflow(dossier.Id), NomsParcours.FileDeTaches) { IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate, Rpc = rpc });
            return new ReponseMoteur.Fait("Le parcours commence.");
        }
        catch (WorkflowAlreadyStartedException deja)
        {
            var status = (await Journey(dossier.Id, NomsParcours.FilPrincipal).DescribeAsync(new() { Rpc = rpc })).Status;
            return Reprise.EstInterrompu(status) ? new ReponseMoteur.Refuse(Arrete) : ReponsesSdk.De(deja);
        }
    }, cancellationToken);

    /// <summary>Sends an act and waits for its effect. The same key again gets the same answer, and has no second effect.</summary>
    public Task<ReponseMoteur> AgirAsync(string dossierId, string flux, Acte acte, CancellationToken cancellationToken) => ActeMesure.MesurerAsync(acte, () => DemanderAsync("act", dossierId, async rpc =>
    {
        try
        {
            return Fait(await Journey(dossierId, flux).ExecuteUpdateAsync<ResultatActe>(NomsParcours.MiseAJourAgir, [acte], new() { Id = acte.Cle, Rpc = rpc }));
        }
        catch (RpcException gone) when (gone.Code is RpcException.StatusCode.NotFound)
        {
            // An act may end its journey: sent again, nothing takes it any more, but its answer is still there.
            return await OutcomeAsync(dossierId, flux, acte.Cle, rpc);
        }
    }, cancellationToken));

    /// <summary>What became of an act that was sent before; refused when the journey never took it.</summary>
    public Task<ReponseMoteur> SuiteAsync(string dossierId, string flux, string cle, CancellationToken cancellationToken) =>
        DemanderAsync("act", dossierId, rpc => OutcomeAsync(dossierId, flux, cle, rpc), cancellationToken);

    private static ReponseMoteur.Fait Fait(ResultatActe result) => new(result.Message);

    private async Task<ReponseMoteur> OutcomeAsync(string dossierId, string flux, string cle, RpcOptions rpc) =>
        Fait(await Journey(dossierId, flux).GetUpdateHandle<ResultatActe>(cle).GetResultAsync(rpc));

    /// <summary>The workflow of a stream: the journey's, or that of a thread that runs by itself.</summary>
    private WorkflowHandle Journey(string dossierId, string flux) => client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossierId, flux));

    /// <summary>The one place where a call leaves for the engine: bounded in time, answered by a value, and never to an engine that was not held against the store.</summary>
    private async Task<ReponseMoteur> DemanderAsync(string what, string dossierId, Func<RpcOptions, Task<ReponseMoteur>> call, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.Patience);
        try
        {
            // What answers at the address may be the engine of other dossiers.
            return !await lien.PermetAsync(limit.Token) ? new ReponseMoteur.SansReponse() : await call(new RpcOptions { CancellationToken = limit.Token });
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            var answer = ReponsesSdk.De(error);
            if (answer is ReponseMoteur.Inconnu)
            {
                logger.LogError(error, "The engine answered by a fault: {What}, dossier {Dossier}", what, dossierId);
            }
            else if (answer is ReponseMoteur.SansReponse)
            {
                logger.LogWarning("The engine did not answer: {What}, dossier {Dossier} ({Reason})", what, dossierId, error.Message);
            }

            return answer;
        }
    }
}
