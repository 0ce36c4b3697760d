using FranceTravail.Parcours.Workflows.Competence;
using NodaTime;
using static FranceTravail.Parcours.Workflows.Competence.Decideur;

namespace FranceTravail.Parcours.Workflows.Tests.Competence.QuiPeutAgir;

/// <summary>A place of the table. What the law says of it is written here by hand, beside the law; never read from the tables of the product.</summary>
/// <param name="Nom">As the table says it.</param>
/// <param name="Commune">INSEE code of where the person lives.</param>
/// <param name="Executif">Who has the powers of a président du conseil départemental there (CGCT, art. L3611-1); null where it is not known.</param>
/// <param name="Rsa">Who orients for the RSA (Code du travail, art. L5411-5-1 II 2°; CASF, art. R522-2); null where it is not known.</param>
internal sealed record Lieu(string Nom, string Commune, Decideur? Executif, Decideur? Rsa)
{
    /// <summary>An executive of the same kind beside it.</summary>
    public Decideur Voisin => Executif is PresidentConseilDepartemental ? PresidentMetropoleLyon : PresidentConseilDepartemental;

    /// <summary>From whom to whom the power to orient is delegated there.</summary>
    public (Decideur De, Decideur A)? Delegation { get; init; }

    /// <summary>Another commune of the same authorities; null where none is tried.</summary>
    public string? Ailleurs { get; init; }

    public static IReadOnlyList<Lieu> Tous { get; } =
    [
        new("Pas-de-Calais", "62510", PresidentConseilDepartemental, PresidentConseilDepartemental) { Ailleurs = "62498" },
        new("Métropole de Lyon", "69123", PresidentMetropoleLyon, PresidentMetropoleLyon) { Ailleurs = "69266" },
        new("Rhône hors métropole", "69141", PresidentConseilDepartemental, PresidentConseilDepartemental) { Ailleurs = "69264" },
        new("Alsace", "67482", PresidentCollectiviteEuropeenneAlsace, PresidentCollectiviteEuropeenneAlsace) { Ailleurs = "67218" },
        new("Paris", "75108", PresidentConseilDepartemental, PresidentConseilDepartemental) { Ailleurs = "75110" },
        new("Corse", "2B033", PresidentConseilDepartemental, PresidentConseilDepartemental) { Ailleurs = "2B096" },
        new("Seine-Saint-Denis", "93066", PresidentConseilDepartemental, PresidentConseilDepartemental) { Ailleurs = "93008" },
        new("La Réunion", "97411", PresidentConseilDepartemental, Decideur.FranceTravail) { Ailleurs = "97415" },
        new("Guyane", "97302", PresidentConseilDepartemental, Decideur.FranceTravail) { Ailleurs = "97304" },
        new("Saint-Martin", "97801", null, null),
        new("Pas-de-Calais, délégation à France Travail", "62498", PresidentConseilDepartemental, PresidentConseilDepartemental) { Delegation = (PresidentConseilDepartemental, Decideur.FranceTravail) },
        new("La Réunion, délégation à la CAF", "97415", PresidentConseilDepartemental, Decideur.FranceTravail) { Delegation = (Decideur.FranceTravail, DirecteurCaf) },
    ];

    /// <summary>One place for each set of authorities: nothing but these tells two places apart, which the tests hold too.</summary>
    public static IReadOnlyList<Lieu> Distincts { get; } = [.. Tous.DistinctBy(l => l.Autorites)];

    /// <summary>The places of the same authorities, this one among them.</summary>
    public IEnumerable<Lieu> Pareils => Tous.Where(l => l.Autorites == Autorites);

    /// <summary>The table of the product, with the delegation of the place.</summary>
    public TableCompetence Competences => TableCompetence.Nationale with
    {
        Delegations = Delegation is var (de, a) ? [new(de, a, [NatureActe.Orientation, NatureActe.Reorientation], Ressort.DesCommunes(Commune), new Periode(new LocalDate(2026, 1, 1)), "convention du 15 décembre 2025")] : [],
    };

    private (Decideur?, Decideur?, (Decideur, Decideur)?) Autorites => (Executif, Rsa, Delegation);
}
