using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>The live view of one journey (query <c>Avancement</c>), for operators and tests; pages read the case store.</summary>
public sealed record AvancementParcours
{
    public required string DossierId { get; init; }
    public required string NoeudId { get; init; }
    public required string Etape { get; init; }
    public required Responsable Responsable { get; init; }

    /// <summary>Null only when the journey is closed.</summary>
    public Echeance? ProchaineEcheance { get; init; }

    public required IReadOnlyList<TacheParcours> Taches { get; init; }

    /// <summary>Where each thread stands.</summary>
    public required IReadOnlyList<FilProjete> Fils { get; init; }

    /// <summary>Partner calls and letters under way.</summary>
    public required IReadOnlyList<string> EnAttente { get; init; }

    /// <summary>When the journey wakes by itself next; null when only an act or an answer can move it.</summary>
    public Instant? ProchainReveil { get; init; }

    /// <summary>Rank of the last decision.</summary>
    public required long Projection { get; init; }
    public bool Clos { get; init; }

    internal static AvancementParcours De(string dossierId, string flux, EtatParcours etat)
    {
        var avancement = AvancementProjete.De(etat, flux);
        return new AvancementParcours
        {
            DossierId = dossierId,
            NoeudId = avancement.NoeudId,
            Etape = avancement.Etape,
            Responsable = avancement.Responsable,
            ProchaineEcheance = avancement.ProchaineEcheance,
            Taches = [.. etat.Taches.Values],
            Fils = [.. etat.Fils.Values.Select(f => FilProjete.De(etat, f, flux, closLe: null))],
            EnAttente = [.. etat.Demandes.Values.Select(d => d.Objet)],
            ProchainReveil = etat.ProchainReveil,
            Projection = etat.Numero,
            Clos = etat.Statut == StatutParcours.Clos,
        };
    }
}
