using FranceTravail.Parcours.Workflows.Droit.Modele;
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

    /// <summary>Where the law sets default and bounds; null for an input that says its own.</summary>
    public Reglage? Reglage { get; init; }

    /// <summary>Canonical text; null when the template must give a value.</summary>
    public string? ParDefaut
    {
        get => field ?? Reglage?.ParDefaut;
        init;
    }

    /// <summary>Lowest value, canonical text, included; for a list, of each of its numbers.</summary>
    public string? Min
    {
        get => field ?? Reglage?.Min;
        init;
    }

    public string? Max
    {
        get => field ?? Reglage?.Max;
        init;
    }

    public IReadOnlyList<ChoixChamp> Choix { get; init; } = [];

    /// <summary>The article behind the default or the bounds; null when it is a product choice.</summary>
    public string? BaseLegale
    {
        get => field ?? Reglage?.Base;
        init;
    }
}
