using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>A published version of a journey template. Immutable: journeys pin it for years.</summary>
[PrimaryKey(nameof(ModeleId), nameof(Version))]
public sealed class VersionModele
{
    public required string ModeleId { get; init; }

    /// <summary>From 1; each publication takes the next.</summary>
    public required int Version { get; init; }

    public required string Nom { get; init; }

    /// <summary>Elsa 3 workflow definition, as published.</summary>
    public required string DefinitionJson { get; init; }

    /// <summary>The compiled, validated template.</summary>
    public required string ModeleJson { get; init; }

    /// <summary>SHA-256 of the compiled template's canonical JSON.</summary>
    public required string Empreinte { get; init; }

    public required Instant PublieeLe { get; init; }
}
