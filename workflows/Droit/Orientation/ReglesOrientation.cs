using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit.Orientation;

/// <summary>Orientation, réorientation, their notice, and the first appointment.</summary>
public sealed record ReglesOrientation : IRegles
{
    internal static ReglesOrientation PleinEmploi { get; } = new()
    {
        Version = VersionDroit.PleinEmploi,
        Decision = Article.Travail("L5411-5-1"),
        Criteres = Article.Travail("L5411-5-1 III"),
        Referentiel = Article.Autre("Arrêté du 21 novembre 2024 relatif aux critères d’orientation"),
        Organismes = Article.Travail("L5411-5-1 IV"),
        DelaiRsa = DelaiDeDroit.Jours(42, Report.Jamais, Article.ActionSociale("D262-65-2")),
        InformationManquante = Article.ActionSociale("R262-65-3"),
        Notification = Article.Travail("R5411-8-1"),
        ReceptionPresumee = DelaiDeDroit.Jours(15, Report.Jamais, Article.Relations("L112-15"), Article.Relations("R112-20")),
        Reorientation = Article.Travail("L5411-5-2 II"),
        ReorientationApresDiagnostic = [Article.Travail("L5411-5-2 II"), Article.Travail("D5411-8-2")],
        Diagnostic = Article.Travail("L5411-5-2"),
        PremierRendezVous = DelaiDeDroit.Jours(30, Report.Jamais, Article.Autre("Engagement des territoires pilotes : premier rendez-vous sous un mois")),
        EngagementTerritoire = Article.Autre("Engagement du territoire : premier rendez-vous sous un mois"),
        Logigramme = new(),
        Freins = Article.Travail("R5312-42 2° x"),
    };

    public required VersionDroit Version { get; init; }

    public required Article Decision { get; init; }

    /// <summary>Qualification, situation, aspirations, particular difficulties.</summary>
    public required Article Criteres { get; init; }

    /// <summary>The national list of criteria with its logigramme; local criteria take a joint order of préfet and département.</summary>
    public required Article Referentiel { get; init; }

    /// <summary>The closed list of organismes référents.</summary>
    public required Article Organismes { get; init; }

    /// <summary>
    /// RSA: from the day the services receive the information that the right is open or transferred in, never from the
    /// registration; after it France Travail orients. For the others the law sets no delay.
    /// </summary>
    public required DelaiDeDroit DelaiRsa { get; init; }

    /// <summary>The RSA exists since that day: no right can be older. A right as old as that is an ordinary one, and has no minimum age (CASF, art. L262-4).</summary>
    public LocalDate RsaDepuisLe { get; } = new(2009, 6, 1);

    /// <summary>Data missing by the person's fault: she is oriented all the same.</summary>
    public required Article InformationManquante { get; init; }

    /// <summary>By any means that gives its receipt a certain date.</summary>
    public required Article Notification { get; init; }

    /// <summary>An electronic delivery, consented to, that stays unopened so long counts as received on the day it was made available.</summary>
    public required DelaiDeDroit ReceptionPresumee { get; init; }

    /// <summary>Another organisme référent, at the person's request or the référent's initiative: a new decision of the competent authority.</summary>
    public required Article Reorientation { get; init; }

    /// <summary>Asked after the diagnostic: it interrupts the month of the contract, which begins anew with the new notice.</summary>
    public required IReadOnlyList<Article> ReorientationApresDiagnostic { get; init; }

    /// <summary>Joint, first act of the accompaniment.</summary>
    public required Article Diagnostic { get; init; }

    /// <summary>From the registration. A commitment of the pilots, no article.</summary>
    public required DelaiDeDroit PremierRendezVous { get; init; }

    /// <summary>The same commitment, as a territory keeps or misses it.</summary>
    public required Article EngagementTerritoire { get; init; }

    /// <summary>How <see cref="Criteres"/> are read to propose.</summary>
    public required LogigrammeOrientation Logigramme { get; init; }

    /// <summary>The closed list of difficulties that may be recorded.</summary>
    public required Article Freins { get; init; }
}
