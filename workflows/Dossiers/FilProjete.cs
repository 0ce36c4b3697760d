using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>One thread as the case store knows it.</summary>
public sealed record FilProjete
{
    public required string FilId { get; init; }
    public required string Type { get; init; }
    public required string NoeudId { get; init; }
    public required Instant OuvertLe { get; init; }

    /// <summary>Null while it is open.</summary>
    public Instant? ClosLe { get; init; }

    /// <summary>Runs as a workflow of its own, which alone tells what follows.</summary>
    public bool Separe { get; init; }

    /// <summary>Title of the current step.</summary>
    public string? Etape { get; init; }

    public Responsable? Responsable { get; init; }

    /// <summary>Never null for an open thread.</summary>
    public Echeance? ProchaineEcheance { get; init; }

    /// <summary>What the next deadline is about (« Signature du contrat »).</summary>
    public string? ObjetEcheance { get; init; }

    internal static FilProjete De(EtatParcours etat, Fil fil, string flux, Instant? closLe)
    {
        var prochaine = closLe is null ? fil.Avancement?.Prochaine(etat, fil) : null;
        return new FilProjete
        {
            FilId = fil.Id,
            Type = fil.Type,
            NoeudId = fil.NoeudId,
            OuvertLe = fil.OuvertLe,
            ClosLe = closLe,
            Separe = fil.Separe || flux != NomsParcours.FilPrincipal,
            Etape = fil.Avancement?.Etape,
            Responsable = fil.Avancement?.Responsable,
            ProchaineEcheance = prochaine?.Echeance,
            ObjetEcheance = prochaine?.Objet,
        };
    }
}
