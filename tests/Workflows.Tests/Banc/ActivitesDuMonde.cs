using System.Text.Json;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using Temporalio.Activities;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Workflows.Tests.Banc;

/// <summary>All that a journey asks of the world, under the names of the real activities.</summary>
public abstract class ActivitesDuMonde
{
    [Activity("InscrireFranceTravail")]
    public Task<JsonElement?> InscrireAsync(Demande demande) => RepondreAsync(demande);

    [Activity("TransmettreOrientation")]
    public Task<JsonElement?> TransmettreOrientationAsync(Demande demande) => RepondreAsync(demande);

    [Activity("ReserverCreneau")]
    public Task<JsonElement?> ReserverAsync(Demande demande) => RepondreAsync(demande);

    [Activity("LibererCreneau")]
    public Task<JsonElement?> LibererAsync(Demande demande) => RepondreAsync(demande);

    [Activity("EnvoyerCourrier")]
    public Task<JsonElement?> EnvoyerAsync(Demande demande) => RepondreAsync(demande);

    /// <summary>A partner that is down.</summary>
    protected static ApplicationFailureException Indisponible() => new("The partner does not answer.", "PartenaireIndisponible");

    /// <summary>The answer; a refusal is final.</summary>
    protected abstract Reponse Repondre(Demande demande);

    private Task<JsonElement?> RepondreAsync(Demande demande)
    {
        var reponse = Repondre(demande);
        return reponse.Refus is { } refus ? throw new ApplicationFailureException(refus, "RefusPartenaire", nonRetryable: true) : Task.FromResult(reponse.Valeur);
    }
}
