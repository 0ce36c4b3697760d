using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>One field of a gesture's form, with its bounds: the page checks them, the workflow checks them again.</summary>
public sealed record Champ
{
    public required string Nom { get; init; }

    public required string Libelle
    {
        get;
        init => field = Francais.Composer(value);
    }

    public required TypeChamp Type { get; init; }
    public bool Obligatoire { get; init; }

    public string? Aide
    {
        get;
        init => field = value is null ? null : Francais.Composer(value);
    }

    public string? ParDefaut { get; init; }

    /// <summary>Lowest value, in the same text form as the value (number, hours, date, time).</summary>
    public string? Min { get; init; }

    public string? Max { get; init; }
    public IReadOnlyList<ChoixChamp> Choix { get; init; } = [];
}
