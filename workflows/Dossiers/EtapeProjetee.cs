using NodaTime;

namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>One point of the ribbon.</summary>
public sealed record EtapeProjetee
{
    public required string NoeudId { get; init; }
    public required string Type { get; init; }
    public required string Titre { get; init; }
    public required int Ordre { get; init; }
    public required StatutEtape Statut { get; init; }

    /// <summary>When it was entered, or null when it is to come.</summary>
    public LocalDate? EntreeLe { get; init; }

    public LocalDate? SortieLe { get; init; }

    /// <summary>Second line: « attendu le 22 nov. », « 15 h par semaine »; null when the date says all.</summary>
    public string? Precision { get; init; }

    /// <summary>Last day by which it is owed to the person, where the second line promises one.</summary>
    public LocalDate? AvantLe { get; init; }
}
