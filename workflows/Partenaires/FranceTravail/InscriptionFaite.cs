namespace FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;

public sealed record InscriptionFaite(string Identifiant);
