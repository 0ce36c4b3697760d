namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>A connection: from an outcome of a node to a node.</summary>
internal sealed record LienLu(string De, string Sortie, string Vers);
