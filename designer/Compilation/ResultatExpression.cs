namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>The value of an expression as text, or why it has none.</summary>
internal sealed record ResultatExpression(string? Valeur, string? Erreur);
