using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>The tables that questions are answered from.</summary>
public sealed record ContexteQuestions
{
    public required TableCompetence Competences { get; init; }

    public required CalendriersCommunes Calendriers { get; init; }

    /// <summary>The day of a fact for which a question has no date.</summary>
    public required LocalDate Aujourdhui { get; init; }

    public Lois Lois => Competences.Lois;

    /// <summary>The national tables.</summary>
    public static ContexteQuestions National(LocalDate aujourdhui, CalendriersCommunes? calendriers = null) => new()
    {
        Competences = TableCompetence.Nationale,
        Calendriers = calendriers ?? CalendriersCommunes.Nationaux,
        Aujourdhui = aujourdhui,
    };
}
