namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>Persons of a portfolio who have not been heard for three weeks: how many, and the longest silences.</summary>
internal sealed record Silences(int Nombre, IReadOnlyList<Silence> Lignes);
