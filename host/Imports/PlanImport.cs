using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>What an import will do with each person of a file, held against the case store and against the rest of the file: nothing is written by it.</summary>
internal sealed record PlanImport
{
    /// <summary>Persons without a dossier: one will be written.</summary>
    public required IReadOnlyList<LigneFlux> Nouveaux { get; init; }

    /// <summary>Known references whose row says nothing new.</summary>
    public required IReadOnlyList<Dossier> Egaux { get; init; }

    /// <summary>Known references whose row says something else than the dossier.</summary>
    public required IReadOnlyList<Difference> Differents { get; init; }

    /// <summary>Known persons of whom something said before waits for their journey, and of whom the row says nothing more.</summary>
    public required IReadOnlyList<Difference> EnAttente { get; init; }

    /// <summary>References of which a human says that they are not who they look like.</summary>
    public required IReadOnlySet<string> Confirmees { get; init; }

    /// <summary>Rows that are left alone, each with its reason.</summary>
    public required IReadOnlyList<ErreurImport> Ecartes { get; init; }
}
