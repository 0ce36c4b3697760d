using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Donnees;

/// <summary>
/// Data of the person that a source says anew. Their values lie in the case store alone, under a reference; a history holds which ones they
/// are, never what they are nor anything computed from it: a telephone number is found again from its hash.
/// </summary>
public sealed record DonneesChangees
{
    /// <summary>Reference of the values; made by chance, and known again because the store finds it by what was said.</summary>
    public required string Reference { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<DonneePersonne> Lesquelles { get; init; }

    public required SourceDonnees Source { get; init; }

    /// <summary>Whether she receives the RSA from now on, where her allowance is one of them: who decides for her follows from it. Null otherwise.</summary>
    public bool? Rsa { get; init; }

    /// <summary>INSEE code of where she lives from now on, where her commune is one of them; null otherwise.</summary>
    public string? Commune { get; init; }

    /// <summary>Code of the territory that serves that commune; null where none does.</summary>
    public string? Territoire { get; init; }

    /// <summary>When they were received, which may be long before the journey takes them.</summary>
    public required Instant RecuesLe { get; init; }
}
