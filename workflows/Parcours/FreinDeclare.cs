namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>A difficulty (category of Code du travail, art. R5312-42 2° x) and how much it holds the person back.</summary>
public sealed record FreinDeclare(Frein Categorie, IntensiteFrein Intensite);
