using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit.Contrat;

/// <summary>The contrat d'engagement: its delay, what it must hold, its hours.</summary>
public sealed record ReglesContrat : IRegles
{
    internal static ReglesContrat PleinEmploi { get; } = new()
    {
        Version = VersionDroit.PleinEmploi,
        DelaiSignature = DelaiDeDroit.Mois(1, Report.JourOuvre, Article.Travail("D5411-14-1")),
        DelaiApresReorientation = DelaiDeDroit.Mois(1, Report.JourOuvre, Article.Travail("D5411-14-2")),
        DelaiApresNouvelleOrientation = DelaiDeDroit.Mois(1, Report.JourOuvre, Article.Travail("D5411-8-2")),
        StockConcluAvantLe = new(2027, 1, 1),
        Stock = Article.Autre("Décret n° 2024-1242 du 30 décembre 2024, art. 6"),
        Signature = Article.Travail("L5411-6 I"),
        Contenu = [Article.Travail("L5411-6"), Article.Travail("R5411-15")],
        ReferentUnique = Article.Travail("L5411-6 II"),
        ModeleNational = Article.Travail("R5411-15-3"),
        Dispense = Article.Travail("R5411-15-2"),
        SinceriteDeclarations = Article.Travail("R5411-14"),
        OffreRaisonnable = DelaiDeDroit.Mois(6, Report.Jamais, Article.Travail("R5411-15-1")),
        Heures = Article.Travail("L5411-6 II"),
        PlancherHebdomadaire = 15m,
        Plafond = Article.Autre("Conseil constitutionnel, décision n° 2023-858 DC, § 35"),
        PlafondHebdomadaire = 35m,
        MotifsSansHeures = [MotifSansHeures.Sante, MotifSansHeures.Handicap, MotifSansHeures.Invalidite, MotifSansHeures.GardeEnfant],
        AgeEnfantSansGarde = 12,
    };

    public required VersionDroit Version { get; init; }

    /// <summary>From the receipt of the orientation to both signatures.</summary>
    public required DelaiDeDroit DelaiSignature { get; init; }

    /// <summary>Another organisme référent during the accompaniment: a new contract, the same delay.</summary>
    public required DelaiDeDroit DelaiApresReorientation { get; init; }

    /// <summary>A réorientation after the diagnostic interrupts the month; a new one begins with its notice.</summary>
    public required DelaiDeDroit DelaiApresNouvelleOrientation { get; init; }

    /// <summary>For who was registered before the reform.</summary>
    public required LocalDate StockConcluAvantLe { get; init; }

    public required Article Stock { get; init; }

    /// <summary>Signed by the person and her organisme référent.</summary>
    public required Article Signature { get; init; }

    /// <summary>Commitments of both, named référent, plan with objectives, calendar and intensity, rights, remedies.</summary>
    public required IReadOnlyList<Article> Contenu { get; init; }

    public required Article ReferentUnique { get; init; }

    public required Article ModeleNational { get; init; }

    /// <summary>RSA recipients who are not bound by « droits et devoirs ».</summary>
    public required Article Dispense { get; init; }

    public required Article SinceriteDeclarations { get; init; }

    /// <summary>To fix the elements of the reasonable job offer, from the signature.</summary>
    public required DelaiDeDroit OffreRaisonnable { get; init; }

    public required Article Heures { get; init; }

    /// <summary>Hours a week below which a reason is needed.</summary>
    public required decimal PlancherHebdomadaire { get; init; }

    public required Article Plafond { get; init; }

    /// <summary>Hours a week that no contract goes beyond: the legal working week.</summary>
    public required decimal PlafondHebdomadaire { get; init; }

    /// <summary>Grounds of a plan without weekly hours.</summary>
    public required IReadOnlyList<MotifSansHeures> MotifsSansHeures { get; init; }

    /// <summary>Age in years that the child of a lone parent without childcare has not reached.</summary>
    public required int AgeEnfantSansGarde { get; init; }

    /// <summary>Whether hours can stand in a contract: at least the floor; fewer, never none, for a reason in view of the diagnostic; none only as the person asks, on a ground.</summary>
    public ExamenHeures Examiner(DemandeHeures demande) => demande switch
    {
        { Heures: < 0 } => new(false, "Un nombre d’heures ne peut pas être négatif.", Heures),
        { Heures: var h } when h > PlafondHebdomadaire => new(false, $"Le contrat ne peut pas dépasser {Francais.Heures(PlafondHebdomadaire)} d’activité par semaine.", Plafond),
        { Heures: var h } when h >= PlancherHebdomadaire => new(true, $"Le contrat atteint {Francais.Heures(PlancherHebdomadaire)} d’activité par semaine.", Heures),
        { Heures: > 0, RaisonIndividuelle: false } => new(false, $"En dessous de {Francais.Heures(PlancherHebdomadaire)} par semaine, il faut une raison tenant à la situation de la personne.", Heures),
        { Heures: > 0, Diagnostic: false } => new(false, $"En dessous de {Francais.Heures(PlancherHebdomadaire)} par semaine, la raison se lit dans le diagnostic : il doit être établi.", Heures),
        { Heures: > 0 } => new(true, "Les heures sont réduites pour une raison tenant à la situation de la personne, au vu du diagnostic.", Heures),
        { DemandeDeLaPersonne: false } => new(false, "Un plan sans heures hebdomadaires n’est possible qu’à la demande de la personne.", Heures),
        { Motif: null } => new(false, "Un plan sans heures hebdomadaires demande un motif : santé, handicap, invalidité, ou parent isolé sans solution de garde.", Heures),
        { Motif: { } motif } when !MotifsSansHeures.Contains(motif) => new(false, "Ce motif ne permet pas un plan sans heures hebdomadaires.", Heures),
        { Motif: MotifSansHeures.GardeEnfant, ParentIsole: false } => new(false, "Ce motif est réservé au parent isolé.", Heures),
        { Motif: MotifSansHeures.GardeEnfant, ModeDeGarde: true } => new(false, "Ce motif suppose que l’enfant n’a pas de solution de garde.", Heures),
        { Motif: MotifSansHeures.GardeEnfant, AgeDuPlusJeune: var age } when !(age < AgeEnfantSansGarde) =>
            new(false, $"Ce motif suppose un enfant de moins de {Francais.EnLettres(AgeEnfantSansGarde)} ans.", Heures),
        _ => new(true, "La personne demande un plan sans heures hebdomadaires, pour un motif que la loi prévoit.", Heures),
    };
}
