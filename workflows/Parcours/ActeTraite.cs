namespace FranceTravail.Parcours.Workflows.Parcours;

public sealed record ActeTraite(string Cle, ResultatActe Resultat);
