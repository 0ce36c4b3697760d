namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>What a template needs of an Elsa definition.</summary>
internal sealed record DefinitionLue(string Nom, IReadOnlyList<NoeudLu> Noeuds, IReadOnlyList<LienLu> Liens);
