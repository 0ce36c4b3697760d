using FranceTravail.Parcours.Workflows.Competence;

namespace FranceTravail.Parcours.Workflows.Droit.Recours;

/// <summary>How each decision is challenged: which remedies, in which order, how long.</summary>
public sealed record ReglesRecours : IRegles
{
    private static readonly DelaiDeDroit DeuxMoisFrancs = DelaiDeDroit.Mois(2, Report.Franc, Article.Justice("R421-1"));

    internal static ReglesRecours PleinEmploi { get; } = new()
    {
        Version = VersionDroit.PleinEmploi,
        AdministratifPrealable = DelaiDeDroit.Mois(2, Report.JourOuvre, Article.ActionSociale("L262-47"), Article.ActionSociale("R262-88")),
        ReponseAdministratif = DelaiDeDroit.Mois(2, Report.Jamais, Article.ActionSociale("R262-88"), Article.ActionSociale("R262-91")),
        MediationPrealable = DelaiDeDroit.Mois(2, Report.Franc, Article.Travail("R5312-47"), Article.Justice("R213-10")),
        Mediateur = Article.Travail("R5312-48"),
        ActesAMediation = [NatureActe.CessationInscription, NatureActe.Radiation, NatureActe.Suspension, NatureActe.Suppression],
        Gracieux = DelaiDeDroit.Mois(2, Report.Franc, Article.Justice("R421-1")),
        Tribunal = DeuxMoisFrancs,
        SansMention = Article.Justice("R421-5"),
    };

    /// <summary>Warnings and refusals to lift come under the mediator too.</summary>
    internal static ReglesRecours Remobilisation { get; } = PleinEmploi with
    {
        Version = VersionDroit.Remobilisation,
        ActesAMediation = [.. PleinEmploi.ActesAMediation, NatureActe.Avertissement, NatureActe.RefusDeLever],
    };

    public required VersionDroit Version { get; init; }

    /// <summary>RSA: reasoned, to the authority that decided, before any court.</summary>
    public required DelaiDeDroit AdministratifPrealable { get; init; }

    /// <summary>Silence of that length is a refusal.</summary>
    public required DelaiDeDroit ReponseAdministratif { get; init; }

    public required DelaiDeDroit MediationPrealable { get; init; }

    public required Article Mediateur { get; init; }

    /// <summary>Decisions of France Travail that go to the mediator before the court.</summary>
    public required IReadOnlyList<NatureActe> ActesAMediation { get; init; }

    public required DelaiDeDroit Gracieux { get; init; }

    public required DelaiDeDroit Tribunal { get; init; }

    /// <summary>Where the decision does not say its remedies, their delay does not run.</summary>
    public required Article SansMention { get; init; }

    /// <summary>The remedies against an act, in order.</summary>
    /// <param name="acte">Of what nature it is.</param>
    /// <param name="decideur">Whose it is.</param>
    /// <param name="surLeRsa">It is about somebody who has the RSA: only then is the prior appeal compulsory (CASF, art. L262-47).</param>
    public IReadOnlyList<VoieRecours> Contre(NatureActe acte, Decideur decideur, bool surLeRsa) => decideur switch
    {
        Decideur.FranceTravail when ActesAMediation.Contains(acte) =>
            [new(NatureRecours.MediationPrealable, true, MediationPrealable), new(NatureRecours.TribunalAdministratif, false, Tribunal)],
        not (Decideur.FranceTravail or Decideur.MissionLocale or Decideur.CapEmploi) when surLeRsa =>
            [new(NatureRecours.AdministratifPrealable, true, AdministratifPrealable), new(NatureRecours.TribunalAdministratif, false, Tribunal)],
        _ => [new(NatureRecours.Gracieux, false, Gracieux), new(NatureRecours.TribunalAdministratif, false, Tribunal)],
    };
}
