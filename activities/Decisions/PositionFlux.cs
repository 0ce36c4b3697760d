using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using Microsoft.EntityFrameworkCore;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Decisions;

/// <summary>Finds the row of the run that asks, and holds its rank against what the store followed: only the next one is accepted.</summary>
internal static class PositionFlux
{
    /// <summary>Failure type of a run that a reset replaced, or of a history that is behind what people saw.</summary>
    public const string FluxDepasse = nameof(FluxDepasse);

    /// <returns>A tracked row that holds the asked rank (already decided) or the one before.</returns>
    /// <exception cref="FluxRompuException">The store is behind, or the run is of a past that it does not know.</exception>
    /// <exception cref="ApplicationFailureException">Another run took its place, or it was started in place of the one that the store follows.</exception>
    public static async Task<FluxDossier> TrouverAsync(DossiersDbContext db, DecisionDemandee demande, CancellationToken cancellationToken)
    {
        var (dossierId, nom) = (demande.Demarrage.DossierId, demande.Demarrage.FilId);
        var connus = await db.Flux.Where(f => f.DossierId == dossierId && f.Flux == nom).ToListAsync(cancellationToken);
        if (connus.FirstOrDefault(f => f.RunId == demande.RunId) is { } connu)
        {
            return Suivre(connu, demande);
        }

        var courant = connus.FirstOrDefault(f => f.Etat == EtatFlux.Courant);
        if (courant is not null && demande.EstLePremier)
        {
            throw Depasse($"Le déroulement {demande.RunId} a été lancé à la place de celui que la base suit ; il n’est pas de ce parcours.");
        }

        if (courant is null ? demande.Numero != 1 || connus.Count > 0 : courant.RunId != demande.RunPrecedent || courant.Numero + 1 != demande.Numero)
        {
            throw new FluxRompuException($"The store does not know the run {demande.RunId}.");
        }

        if (courant is not null)
        {
            (courant.Etat, courant.Gardees) = (EtatFlux.Continue, null);
        }

        return db.Flux.Add(new FluxDossier
        {
            DossierId = dossierId,
            Flux = nom,
            RunId = demande.RunId,
            Epoque = courant?.Epoque ?? 1 + await DerniereEpoqueAsync(db, dossierId, nom, cancellationToken),
            Avant = demande.Numero - 1,
            Numero = demande.Numero - 1,
        }).Entity;
    }

    private static FluxDossier Suivre(FluxDossier connu, DecisionDemandee demande)
    {
        if (connu.Etat != EtatFlux.Courant)
        {
            throw Depasse($"Le déroulement {demande.RunId} a été remplacé par un autre.");
        }

        if (demande.Numero > connu.Numero + 1)
        {
            throw new FluxRompuException($"The store holds decision {connu.Numero}, the history asks for {demande.Numero}.");
        }

        return demande.Numero <= connu.Numero && DecisionsGardees.Lire(connu.Gardees).All(d => d.Numero != demande.Numero)
            ? throw Depasse($"L’histoire demande la décision n° {demande.Numero}, et la n° {connu.Numero} a déjà été montrée.")
            : connu;
    }

    /// <summary>Of a journey that began anew, the past that it lost; 0 of one that never began.</summary>
    private static async Task<int> DerniereEpoqueAsync(DossiersDbContext db, string dossierId, string flux, CancellationToken cancellationToken) =>
        await db.Faits.IgnoreQueryFilters().Where(f => f.DossierId == dossierId && f.Flux == flux).MaxAsync(f => (int?)f.Epoque, cancellationToken) ?? 0;

    internal static ApplicationFailureException Depasse(string message) => new(message, FluxDepasse);
}
