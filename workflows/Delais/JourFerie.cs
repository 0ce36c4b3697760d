using NodaTime;

namespace FranceTravail.Parcours.Workflows.Delais;

/// <summary>A legal holiday.</summary>
/// <param name="Date">The day.</param>
/// <param name="Nom">Its French name, as people say it.</param>
/// <param name="BaseLegale">The article that makes it a holiday.</param>
public sealed record JourFerie(LocalDate Date, string Nom, string BaseLegale);
