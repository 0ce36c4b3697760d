namespace FranceTravail.Parcours.Workflows.Modele;

/// <summary>One step of a template.</summary>
public sealed record Noeud
{
    public required string Id { get; init; }

    /// <summary>Type name of the step, for instance <c>Parcours.PremierRendezVous</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Title of the node in the designer and on the ribbon.</summary>
    public required string Titre { get; init; }

    /// <summary>What the template sets, canonical text; an input that it leaves to the law of the day is not here (see <see cref="Etapes.TypeEntree"/>).</summary>
    public required IReadOnlyDictionary<string, string> Parametres { get; init; }

    /// <summary>Outcome → id of the next node.</summary>
    public required IReadOnlyDictionary<string, string> Sorties { get; init; }
}
