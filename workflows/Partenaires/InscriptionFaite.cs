namespace FranceTravail.Parcours.Workflows.Partenaires;

public sealed record InscriptionFaite(string Identifiant);
