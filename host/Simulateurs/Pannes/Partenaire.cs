namespace FranceTravail.Parcours.Host.Simulateurs.Pannes;

/// <summary>The partners that have a simulator.</summary>
public enum Partenaire
{
    Caf,
    FranceTravail,
    Agenda,
    Messages,
}
