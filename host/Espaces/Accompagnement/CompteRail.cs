namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>What the rail says: who, how many persons, how many late tasks.</summary>
internal sealed record CompteRail(string Nom, string Fonction, int Personnes, int EnRetard);
