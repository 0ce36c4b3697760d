using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Partenaires;
using NodaTime;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>The activities that a journey calls. Passing faults are retried for ever, ever more slowly: nothing asked is dropped.</summary>
internal static class Appels
{
    private static readonly Temporalio.Common.RetryPolicy Patience = new()
    {
        InitialInterval = TimeSpan.FromSeconds(2),
        BackoffCoefficient = 2,
        MaximumInterval = TimeSpan.FromMinutes(10),
    };

    public static Task<ModeleParcours> ChargerModeleAsync(ReferenceModele reference) =>
        Workflow.ExecuteActivityAsync((IModelesActivities a) => a.ChargerAsync(reference), Options("modèle"));

    /// <summary>
    /// Applies a projection. It is in the history before it is done, so that a worker killed in between can never show what the
    /// journey then goes on without.
    /// </summary>
    public static Task ProjeterAsync(ProjectionDossier projection, Generation generation) => generation == Generation.Premiere
        ? Workflow.ExecuteLocalActivityAsync(
            (IProjectionActivities a) => a.ProjeterAsync(projection),
            new() { StartToCloseTimeout = TimeSpan.FromSeconds(20), RetryPolicy = Patience, Summary = "projection" })
        : Workflow.ExecuteActivityAsync(
            (IProjectionActivities a) => a.ProjeterAsync(projection),
            new() { StartToCloseTimeout = TimeSpan.FromSeconds(10), RetryPolicy = Patience, Summary = "projection" });

    /// <summary>Writes computed deadlines into the history and gives back those that it holds.</summary>
    public static Task<Dictionary<string, LocalDate>> ConsignerAsync(Dictionary<string, LocalDate> echeances) =>
        Workflow.ExecuteLocalActivityAsync(
            () => DelaisActivities.Consigner(echeances),
            new() { StartToCloseTimeout = TimeSpan.FromSeconds(20), RetryPolicy = Patience, Summary = "délais" });

    /// <summary>The answer of the world: a value, or a partner's definite refusal.</summary>
    public static async Task<Reponse> DemanderAsync(Demande demande)
    {
        try
        {
            return new Reponse { Valeur = await AppelerAsync(demande) };
        }
        catch (ActivityFailureException e) when (e.InnerException is ApplicationFailureException { NonRetryable: true } refus)
        {
            return new Reponse { Refus = refus.Message };
        }
    }

    private static async Task<object?> AppelerAsync(Demande demande)
    {
        var options = Options(demande.Objet);
        switch (demande)
        {
            case InscriptionDemandee d:
                return await Workflow.ExecuteActivityAsync((IPartenairesActivities a) => a.InscrireAsync(d), options);
            case ReservationDemandee d:
                return await Workflow.ExecuteActivityAsync((IPartenairesActivities a) => a.ReserverAsync(d), options);
            case AffectationDemandee d:
                return await Workflow.ExecuteActivityAsync((IAffectationActivities a) => a.AffecterAsync(d), options);
            case EnvoiCourrier d:
                return await Workflow.ExecuteActivityAsync((ICourriersActivities a) => a.EnvoyerAsync(d), options);
            case OrientationTransmise d:
                await Workflow.ExecuteActivityAsync((IPartenairesActivities a) => a.TransmettreOrientationAsync(d), options);
                return null;
            case LiberationDemandee d:
                await Workflow.ExecuteActivityAsync((IPartenairesActivities a) => a.LibererAsync(d), options);
                return null;
            default:
                throw new InvalidOperationException($"No activity answers a request of type {demande.GetType().Name}.");
        }
    }

    private static ActivityOptions Options(string objet) => new()
    {
        StartToCloseTimeout = TimeSpan.FromSeconds(60),
        RetryPolicy = Patience,
        Summary = objet,
    };
}
