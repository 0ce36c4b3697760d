using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>One input of a step: a parameter of the template, with its default and the bounds that no territory may cross.</summary>
public sealed record EntreeEtape
{
    /// <summary>Pascal case, stable: <c>AlerteJours</c>.</summary>
    public required string Nom { get; init; }

    public required string Libelle
    {
        get;
        init => field = Francais.Composer(value);
    }

    public required string Description
    {
        get;
        init => field = Francais.Composer(value);
    }

    public required TypeEntree Type { get; init; }

    /// <summary>Where the rules of a day set default and bounds; null for an input that says its own.</summary>
    public Func<Loi, Reglage>? Reglage { get; init; }

    /// <summary>Of an input that goes by no day: canonical text; null when the template must give a value.</summary>
    public string? ParDefaut { get; init; }

    public IReadOnlyList<ChoixChamp> Choix { get; init; } = [];

    /// <summary>Default and bounds by the law of a day.</summary>
    public Reglage Selon(Loi loi) => Reglage?.Invoke(loi) ?? new Reglage(ParDefaut, null, null);

    /// <summary>
    /// What holds for a fact of that day: what the template sets, brought back inside the bounds of the day, for a law that came after the template is
    /// the law; the default of the day where it sets nothing.
    /// </summary>
    /// <param name="choisi">Canonical text that the template sets; null when it leaves it to the default.</param>
    /// <param name="loi">The law of the day of the fact.</param>
    public string Valeur(string? choisi, Loi loi)
    {
        var reglage = Selon(loi);
        var valeur = choisi ?? reglage.ParDefaut ?? throw new InvalidOperationException($"The template sets no '{Nom}', and it has no default.");
        return Type switch
        {
            TypeEntree.Duree => reglage.Ramener(DelaiLegal.Analyser(valeur)).ToString(),
            TypeEntree.Nombre or TypeEntree.Heures => reglage.Ramener(valeur),
            TypeEntree.ListeNombres => string.Join(',', valeur.Split(',').Select(reglage.Ramener).Distinct()),
            _ => valeur,
        };
    }
}
