namespace FranceTravail.Parcours.Workflows.Droit.Information;

/// <summary>What persons are told, and how long data are kept.</summary>
public sealed record ReglesInformation : IRegles
{
    internal static ReglesInformation PleinEmploi { get; } = new()
    {
        Version = VersionDroit.PleinEmploi,
        Signature = [Article.Relations("L212-1"), Article.Relations("L212-2")],
        MentionCalcul = [Article.Relations("L311-3-1"), Article.Relations("R311-3-1-1")],
        ReponseSurLeCalcul = DelaiDeDroit.Mois(1, Report.Jamais, Article.Relations("R311-13")),
        SaisineCada = DelaiDeDroit.Mois(2, Report.Jamais, Article.Relations("R343-1")),
        PublicationRegles = Article.Relations("L312-1-3"),
        DecisionSeulementCalculee = new(CodeDroit.InformatiqueEtLibertes, "47"),
        AccesAuDossier = [Article.Relations("L121-1"), Article.Relations("L122-1"), Article.Relations("L122-2")],
        CoordonneesReferent = Article.Travail("R5312-43"),
        DroitsSurLesDonnees = Article.Travail("R5312-45"),
        Reclamation = "CNIL, 3 place de Fontenoy, 75007 Paris, cnil.fr",
        PerimetreAcces = Article.Travail("R5312-42-1 IV"),
        Conservation = Article.Travail("R5312-44"),
        AnneesConservation = 20,
        MoisJournauxTechniques = 6,
        MoisDonneesSante = 6,
    };

    /// <summary>Three years in use, then seven in the archive.</summary>
    internal static ReglesInformation Archivage { get; } = PleinEmploi with { Version = VersionDroit.Conservation, AnneesConservation = 10, AnneesActives = 3 };

    public required VersionDroit Version { get; init; }

    /// <summary>Signature, first name, name and quality of who decides.</summary>
    public required IReadOnlyList<Article> Signature { get; init; }

    /// <summary>A computation helped: finality, data read, right to the rules and their application, how to ask.</summary>
    public required IReadOnlyList<Article> MentionCalcul { get; init; }

    /// <summary>Silence of that length on a request for the rules of a computation is a refusal.</summary>
    public required DelaiDeDroit ReponseSurLeCalcul { get; init; }

    /// <summary>To bring that refusal before the Commission d'accès aux documents administratifs.</summary>
    public required DelaiDeDroit SaisineCada { get; init; }

    public required Article PublicationRegles { get; init; }

    /// <summary>No decision by computation alone over health data.</summary>
    public required Article DecisionSeulementCalculee { get; init; }

    public required IReadOnlyList<Article> AccesAuDossier { get; init; }

    /// <summary>Name, telephone and e-mail of the référent.</summary>
    public required Article CoordonneesReferent { get; init; }

    public required Article DroitsSurLesDonnees { get; init; }

    /// <summary>Where a person complains about what is done with her data, with its address.</summary>
    public required string Reclamation { get; init; }

    /// <summary>Which dossiers each organism may see.</summary>
    public required Article PerimetreAcces { get; init; }

    public required Article Conservation { get; init; }

    /// <summary>In all, at the most.</summary>
    public required int AnneesConservation { get; init; }

    /// <summary>Of these, how many in use before the archive; null where the text does not part them.</summary>
    public int? AnneesActives { get; init; }

    public required int MoisJournauxTechniques { get; init; }

    /// <summary>After the end of the recognition or of the registration.</summary>
    public required int MoisDonneesSante { get; init; }
}
