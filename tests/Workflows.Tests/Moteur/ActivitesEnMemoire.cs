using System.Collections.Concurrent;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Partenaires;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime.Extensions;
using Temporalio.Activities;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Workflows.Tests.Moteur;

/// <summary>All that a journey calls, in memory, with one effect a key: what the real activities promise.</summary>
public sealed class ActivitesEnMemoire(TimeProvider horloge, ModeleParcours modele)
    : IProjectionActivities, IAffectationActivities, IPartenairesActivities, ICourriersActivities, IModelesActivities
{
    private readonly ConcurrentDictionary<string, object?> _reponses = new();

    internal Monde Monde { get; } = new();

    /// <summary>Fails this many more calls of the world before answering again.</summary>
    public int Pannes { get; set; }

    /// <summary>Called once a projection is applied, before its answer: what a crash at that instant cuts off.</summary>
    public Func<ProjectionDossier, Task> ApresProjection { get; set; } = _ => Task.CompletedTask;

    public Registre Registre { get; } = new();

    /// <summary>Keys of the effects, each once.</summary>
    public ICollection<string> Effets => _reponses.Keys;

    [Activity("ChargerModele")]
    public Task<ModeleParcours> ChargerAsync(ReferenceModele reference) => Task.FromResult(modele);

    [Activity("Projeter")]
    public Task ProjeterAsync(ProjectionDossier projection)
    {
        Registre.Appliquer(projection);
        return ApresProjection(projection);
    }

    [Activity("AffecterReferent")]
    public Task<ReferentAffecte> AffecterAsync(AffectationDemandee demande) => RepondreAsync<ReferentAffecte>(demande);

    [Activity("InscrireFranceTravail")]
    public Task<InscriptionFaite> InscrireAsync(InscriptionDemandee demande) => RepondreAsync<InscriptionFaite>(demande);

    [Activity("TransmettreOrientation")]
    public Task TransmettreOrientationAsync(OrientationTransmise demande) => RepondreAsync<object?>(demande);

    [Activity("ReserverCreneau")]
    public Task<ReservationFaite> ReserverAsync(ReservationDemandee demande) => RepondreAsync<ReservationFaite>(demande);

    [Activity("LibererCreneau")]
    public Task LibererAsync(LiberationDemandee demande) => RepondreAsync<object?>(demande);

    [Activity("EnvoyerCourrier")]
    public Task<CourrierEnvoye> EnvoyerAsync(EnvoiCourrier envoi) => RepondreAsync<CourrierEnvoye>(envoi);

    private Task<T> RepondreAsync<T>(Demande demande)
    {
        if (Pannes > 0)
        {
            Pannes--;
            throw new ApplicationFailureException("The partner does not answer.", "PartenaireIndisponible");
        }

        var reponse = Monde.Repondre(demande, horloge.GetUtcNow().ToInstant());
        return reponse.Refus is { } refus
            ? throw new ApplicationFailureException(refus, IPartenairesActivities.RefusPartenaire, nonRetryable: true)
            : Task.FromResult((T)_reponses.GetOrAdd(demande.Cle, _ => reponse.Valeur)!);
    }
}
