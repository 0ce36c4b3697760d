using FranceTravail.Parcours.Workflows.Delais;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit.Procedure;

/// <summary>The contradictory procedure before a sanction: notice, observations, hearing, decision.</summary>
public sealed record ReglesProcedure : IRegles
{
    internal static ReglesProcedure Remobilisation { get; } = new()
    {
        Version = VersionDroit.Remobilisation,
        Observations = DelaiDeDroit.Jours(10, Report.JourOuvre, Article.Travail("R5412-7")),

        // The text was read without its number: no article is cited for it.
        ObservationsRsa = DelaiDeDroit.Jours(10, Report.JourOuvre),
        Decision = DelaiDeDroit.Jours(15, Report.Jamais, Article.Travail("R5412-7-1")),
        Avis = Article.Travail("R5412-7"),
        ContenuDecision = Article.Travail("R5412-7-1"),
        Representants = [Article.Travail("R5412-7"), Article.Travail("R5412-7-1")],
        RadiationSurProposition = Article.Travail("R5412-7 al. 3"),
        FinDeLaSuspension = [Article.Travail("R5412-1"), Article.Travail("R5412-2")],
        FinDeLaSuspensionRsa = [Article.ActionSociale("R262-68"), Article.ActionSociale("R262-68-1")],
        Absence = [Article.Travail("L5412-1 II"), Article.Travail("R5412-2")],
        Controle = Article.Travail("L5426-1"),
    };

    public required VersionDroit Version { get; init; }

    /// <summary>From the receipt of the notice, never before its proof; may be longer, never shorter.</summary>
    public required DelaiDeDroit Observations { get; init; }

    /// <summary>The same by the RSA authority.</summary>
    public required DelaiDeDroit ObservationsRsa { get; init; }

    /// <summary>From the end of the observations, or from the hearing where one was asked. For RSA the text is not known: by analogy.</summary>
    public required DelaiDeDroit Decision { get; init; }

    /// <summary>Facts, measure envisaged, delay, hearing, assistance; by any means that gives a certain date of receipt.</summary>
    public required Article Avis { get; init; }

    /// <summary>Reasoned, with duration and remedies, notified.</summary>
    public required Article ContenuDecision { get; init; }

    /// <summary>Of minors and protected adults: notice and decision go to them too.</summary>
    public required IReadOnlyList<Article> Representants { get; init; }

    /// <summary>No second notice when France Travail strikes off as the RSA authority proposes.</summary>
    public required Article RadiationSurProposition { get; init; }

    /// <summary>As soon as the person complies with all or part of her obligations.</summary>
    public required IReadOnlyList<Article> FinDeLaSuspension { get; init; }

    public required IReadOnlyList<Article> FinDeLaSuspensionRsa { get; init; }

    /// <summary>Before a contract is signed, an absence can only count towards a refusal to draft one.</summary>
    public required IReadOnlyList<Article> Absence { get; init; }

    public required Article Controle { get; init; }

    /// <summary>The days of a procedure.</summary>
    /// <param name="reception">The certain day on which the notice was received.</param>
    /// <param name="audition">The day of the hearing that was asked; null when none was.</param>
    /// <param name="calendrier">The calendar of the person's commune.</param>
    public DatesProcedure Dater(LocalDate reception, LocalDate? audition, CalendrierCivil calendrier)
    {
        var observations = Observations.Echeance(reception, calendrier);

        // A hearing held before the ten days are over does not shorten them.
        var tot = LocalDate.Max(observations, audition ?? observations).PlusDays(1);
        return new(observations, tot, Decision.Echeance(audition ?? observations, calendrier));
    }
}
