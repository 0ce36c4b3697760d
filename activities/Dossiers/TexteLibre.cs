using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Text typed by somebody. It may name people, so that only its identifier ever goes to a workflow.</summary>
[Index(nameof(DossierId))]
[Index(nameof(EnAttente))]
public sealed class TexteLibre
{
    public required string Id { get; init; }

    public required string DossierId { get; init; }

    /// <summary>Stream whose workflow takes the act it was typed for.</summary>
    public required string Flux { get; init; }

    public required string AuteurRole { get; init; }

    public string? AuteurId { get; init; }

    /// <summary>Changes only while it is a draft.</summary>
    public required string Texte { get; set; }

    /// <summary>Key of the act it was typed for, as long as the journey has not taken that act: a draft, which goes when the act is refused. Null once it counts: the decision on the act says so in its own transaction.</summary>
    public string? EnAttente { get; set; }

    /// <summary>Posts of that act of which it is not known that they were refused: as long as there is one, the act may have been taken.</summary>
    public int Envois { get; set; }

    /// <summary>When it was typed last.</summary>
    public required Instant CreeLe { get; set; }
}
