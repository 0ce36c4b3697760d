namespace FranceTravail.Parcours.Workflows.Modele;

/// <summary>Where the accompaniment is taken up when another thread announces something: the only way in which a thread moves it.</summary>
public sealed record RepriseModele
{
    public required string Id { get; init; }

    public required string Titre { get; init; }

    /// <summary>What a step announces: <c>reorientation.decidee</c>.</summary>
    public required string Annonce { get; init; }

    /// <summary>Id of the node of the principal thread that it enters then, wherever it stands.</summary>
    public required string Vers { get; init; }
}
