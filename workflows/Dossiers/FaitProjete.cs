using System.Text.Json.Serialization;
using FranceTravail.Parcours.Workflows.Parcours;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>Something that happened, said once and for ever.</summary>
public sealed record FaitProjete
{
    /// <summary>1, 2, 3… within the dossier.</summary>
    public required long Sequence { get; init; }

    /// <summary>The moment of its decision, which alone says it in a history.</summary>
    [JsonIgnore]
    public Instant Le { get; init; }

    /// <summary>Stable code, for instance <c>premier-rendez-vous.presence</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The French sentence of the timeline. Never holds an identity.</summary>
    public required string Phrase { get; init; }

    /// <summary>Second line: the article, the proof, the reason.</summary>
    public string? BaseLegale { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TonFait Ton { get; init; }

    /// <summary>Who made the decision's event happen; said by the decision in a history.</summary>
    [JsonIgnore]
    public Acteur Auteur { get; init; } = Acteur.Systeme;

    public required string FilId { get; init; }
    public required string NoeudId { get; init; }

    /// <summary>Machine-readable content: criteria and weights of an orientation, dates, references of stored texts.</summary>
    public IReadOnlyDictionary<string, string> Donnees { get; init; } = new Dictionary<string, string>();
}
