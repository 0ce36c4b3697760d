namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>Who decides, by kind; <see cref="Autorite"/> is one of them in its place.</summary>
public enum Decideur
{
    FranceTravail,
    MissionLocale,
    CapEmploi,
    PresidentConseilDepartemental,
    PresidentMetropoleLyon,
    PresidentCollectiviteEuropeenneAlsace,
    DirecteurCaf,
}
