namespace FranceTravail.Parcours.Workflows.Partenaires;

public enum MomentJournee
{
    Indifferent,
    Matin,
    ApresMidi,
}
