namespace FranceTravail.Parcours.Workflows.Partenaires.Agenda;

public enum MomentJournee
{
    Indifferent,
    Matin,
    ApresMidi,
}
