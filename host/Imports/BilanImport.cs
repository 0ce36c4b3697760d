namespace FranceTravail.Parcours.Host.Imports;

/// <summary>What an import did, in dossiers.</summary>
internal sealed record BilanImport
{
    /// <summary>What was found otherwise than planned, because somebody else wrote in between.</summary>
    public required PlanImport Entretemps { get; init; }

    /// <summary>Written.</summary>
    public required int Nouveaux { get; init; }

    /// <summary>Journeys that had not begun when it looked, and run now: by it, or by a process that was faster.</summary>
    public required int Demarres { get; init; }

    /// <summary>Journeys that will begin once the engine answers.</summary>
    public required int EnAttente { get; init; }

    /// <summary>Journeys that took new data.</summary>
    public required int MisAJour { get; init; }

    /// <summary>Journeys that will take them once the engine answers.</summary>
    public required int AMettreAJour { get; init; }

    /// <summary>Rows whose journey did not take its data, each with the reason.</summary>
    public required IReadOnlyList<ErreurImport> Refuses { get; init; }
}
