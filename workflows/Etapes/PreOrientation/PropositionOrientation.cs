using System.Globalization;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>
/// An advisory orientation, with everything that explains it (CRPA, art. L311-3-1): the criteria read, their weights, the
/// points of each journey.
/// </summary>
internal sealed record PropositionOrientation
{
    private readonly int _total;

    private PropositionOrientation(SituationPersonne situation, GrilleOrientation grille)
    {
        _total = grille.Total;
        Criteres = new CriteresOrientation(grille).Appliquer(situation);
        Points = Enum.GetValues<TypeParcours>().ToDictionary(p => p, p => Criteres.Sum(c => c.Poids * c.Parts[p]) / (decimal)_total);
        // On equal points the order of the law: the journey nearest to work first.
        Parcours = Points.OrderByDescending(p => p.Value).ThenBy(p => p.Key).First().Key;
        Organisme = Designer(situation, Parcours);
    }

    public IReadOnlyList<Critere> Criteres { get; }

    /// <summary>Journey → points out of 100; they add up to 100.</summary>
    public IReadOnlyDictionary<TypeParcours, decimal> Points { get; }

    public TypeParcours Parcours { get; }

    public OrganismeReferent Organisme { get; }

    /// <summary>Points between the first journey and the second.</summary>
    public decimal Ecart => Points[Parcours] - Points.Where(p => p.Key != Parcours).Max(p => p.Value);

    public static PropositionOrientation Calculer(SituationPersonne situation, GrilleOrientation grille) => new(situation, grille);

    /// <summary>One line a criterion, as people read it.</summary>
    public IReadOnlyList<string> Motifs => [.. Criteres.Select(c => $"{Libelles.Majuscule(c.Lecture)} ({c.Poids} points sur {_total})")];

    /// <summary>« parcours professionnel : 72 points ; socio-professionnel : 25 ; social : 3 ».</summary>
    public string Resume =>
        string.Join(" ; ", Points.OrderByDescending(p => p.Value).ThenBy(p => p.Key)
            .Select((p, rang) => $"{(rang == 0 ? "parcours " : "")}{Libelles.De(p.Key)} : {Arrondi(p.Value)}{(rang == 0 ? $" points sur {_total}" : "")}"));

    /// <summary>Inputs, weights and points, for the record.</summary>
    public Dictionary<string, string> Donnees()
    {
        var donnees = Criteres.ToDictionary(
            c => $"critere.{c.Code}",
            c => $"{c.Lecture} | poids {c.Poids} | {string.Join(", ", c.Parts.Select(p => $"{p.Key} {p.Value}"))}");
        foreach (var (parcours, points) in Points)
        {
            donnees[$"points.{parcours}"] = points.ToString(CultureInfo.InvariantCulture);
        }

        donnees["proposition"] = Parcours.ToString();
        donnees["ecart"] = Ecart.ToString(CultureInfo.InvariantCulture);
        return donnees;
    }

    private static string Arrondi(decimal points) => decimal.Round(points).ToString(CultureInfo.InvariantCulture);

    /// <summary>The usual organism for a situation, in the closed list of art. L5411-5-1 IV.</summary>
    private static OrganismeReferent Designer(SituationPersonne s, TypeParcours parcours) => s switch
    {
        { Boe: true } => OrganismeReferent.CapEmploi,
        { Rsa: true } when parcours != TypeParcours.Professionnel => OrganismeReferent.ConseilDepartemental,
        { Age: TrancheAge.Moins26, Rsa: false } => OrganismeReferent.MissionLocale,
        _ => OrganismeReferent.FranceTravail,
    };
}
