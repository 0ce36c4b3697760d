namespace FranceTravail.Parcours.Workflows.Droit.Revue;

/// <summary>How a contract is kept up to date, and the joint diagnostic of a social journey.</summary>
public sealed record ReglesRevue : IRegles
{
    private static readonly Article[] DiagnosticConjoint = [Article.ActionSociale("L262-31"), Article.ActionSociale("D262-65-2-1")];

    internal static ReglesRevue PleinEmploi { get; } = new()
    {
        Version = VersionDroit.PleinEmploi,
        Actualisation = Article.Travail("R5411-14"),
        ParcoursSocial = DelaiDeDroit.Mois(6, Report.Jamais, DiagnosticConjoint),
        ParcoursSocialAvecMotif = DelaiDeDroit.Mois(12, Report.Jamais, DiagnosticConjoint),
        MotifsDouzeMois = ["santé", "handicap", "invalidité", "logement", "fragilité familiale", "rôle de proche aidant"],
    };

    public required VersionDroit Version { get; init; }

    /// <summary>Periodicity and modalities are agreed with the person; « every three months » is no law.</summary>
    public required Article Actualisation { get; init; }

    /// <summary>
    /// RSA, social journey: from the signature or revision of the contract to the joint diagnostic of référent and France
    /// Travail. A clock of its own, whatever the rhythm of the reviews; it binds the services.
    /// </summary>
    public required DelaiDeDroit ParcoursSocial { get; init; }

    /// <summary>The same, with one of <see cref="MotifsDouzeMois"/>.</summary>
    public required DelaiDeDroit ParcoursSocialAvecMotif { get; init; }

    /// <summary>Difficulties, in French, for which the joint diagnostic may come later.</summary>
    public required IReadOnlyList<string> MotifsDouzeMois { get; init; }
}
