namespace FranceTravail.Parcours.Workflows.Modele;

public sealed record ReferenceModele(string Id, int Version);
