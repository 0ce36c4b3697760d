using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Fils;

/// <summary>What a journey says to its threads that run by themselves.</summary>
internal sealed partial class FilsActivities(ILogger<FilsActivities> logger)
{
    /// <summary>Tries, some hours long, after which a thread that the service does not know is taken for one that was deleted.</summary>
    private const int EssaisSansFil = 20;

    /// <summary>A thread that has ended needs to know nothing; one that is about to start is told at a later try.</summary>
    [Activity("InformerFil")]
    public async Task InformerAsync(Appel<DossierPartage> demande)
    {
        var activite = ActivityExecutionContext.Current;
        try
        {
            await activite.TemporalClient.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(demande.DossierId, demande.Contenu.FilId))
                .SignalAsync(w => w.PartagerAsync(demande.Contenu), new() { Rpc = new() { CancellationToken = activite.CancellationToken } });
        }
        catch (RpcException absent) when (absent.Code is RpcException.StatusCode.NotFound)
        {
            var fil = await Deroulements.DernierAsync(activite.TemporalClient, demande.DossierId, demande.Contenu.FilId);
            if (fil is null && activite.Info.Attempt >= EssaisSansFil)
            {
                FilInconnu(logger, demande.DossierId, demande.Contenu.FilId);
            }
            else if (fil is null or { Status: WorkflowExecutionStatus.Running })
            {
                throw;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dossier {Dossier}: thread {Fil} is not known to the service and was not told what changed")]
    private static partial void FilInconnu(ILogger logger, string dossier, string fil);
}
