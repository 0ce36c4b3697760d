namespace FranceTravail.Parcours.Workflows.Taches;

public sealed record ChoixChamp(string Code, string Libelle);
