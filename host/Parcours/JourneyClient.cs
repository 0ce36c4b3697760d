using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Workflows.Parcours;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Host.Parcours;

/// <summary>Commands to journeys: start one, act on one. Reads never come here.</summary>
internal sealed class JourneyClient(ITemporalClient client, HostSettings settings, ILogger<JourneyClient> logger)
{
    /// <summary>How long a person waits for the effect of her act before the page says that it is not known.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Starts the journey of a dossier that is in the store; true when this call began it. One already started stays as it is.</summary>
    /// <exception cref="MoteurIndisponibleException">The engine does not answer.</exception>
    public async Task<bool> DemarrerAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        try
        {
            await client.StartWorkflowAsync(
                NomsParcours.Workflow,
                [DemarrageDossier.De(dossier, settings.CommunesVendrediSaint)],
                new WorkflowOptions(NomsParcours.IdWorkflow(dossier.Id), NomsParcours.FileDeTaches)
                {
                    IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate,
                    Rpc = new() { CancellationToken = cancellationToken, Timeout = Patience },
                });
            return true;
        }
        catch (WorkflowAlreadyStartedException)
        {
            return false;
        }
        catch (Exception error) when (IsAbsence(error) && !cancellationToken.IsCancellationRequested)
        {
            throw new MoteurIndisponibleException(error);
        }
    }

    public async Task<ReponseActe> AgirAsync(string dossierId, Acte acte, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var result = await client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossierId)).ExecuteUpdateAsync<ResultatActe>(
                NomsParcours.MiseAJourAgir, [acte], new() { Id = acte.Cle, Rpc = new() { CancellationToken = limit.Token } });
            return new(IssueActe.Fait, result.Message);
        }
        catch (WorkflowUpdateFailedException refused)
        {
            return new(IssueActe.Refuse, refused.InnerException?.Message ?? "Cet acte n’est pas possible maintenant.");
        }
        catch (RpcException gone) when (gone.Code is RpcException.StatusCode.NotFound)
        {
            return new(IssueActe.Refuse, "Ce parcours est terminé ou n’a pas encore commencé : rien n’a été enregistré.");
        }
        catch (Exception error) when (IsAbsence(error) && !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(error, "No answer to act {Acte} on dossier {Dossier}", acte.Cle, dossierId);
            return new(IssueActe.SansReponse, "Le moteur ne répond pas pour l’instant. Votre saisie est gardée : renvoyez-la dans un moment, elle ne comptera qu’une fois.");
        }
    }

    /// <summary>The SDK says a failed connection by <see cref="InvalidOperationException"/>.</summary>
    private static bool IsAbsence(Exception error) => error is RpcException or OperationCanceledException or InvalidOperationException;
}
