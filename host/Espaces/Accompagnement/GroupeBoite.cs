namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>Tasks due in one span of days, with how many there are in all.</summary>
internal sealed record GroupeBoite(string Code, string Titre, int Nombre, IReadOnlyList<LigneBoite> Lignes);
