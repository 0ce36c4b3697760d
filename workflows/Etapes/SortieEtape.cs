namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>One outcome of a step. Every outcome must be linked to a node.</summary>
public sealed record SortieEtape(string Nom, string Libelle);
