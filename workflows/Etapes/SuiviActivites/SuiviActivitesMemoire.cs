using FranceTravail.Parcours.Workflows.Dossiers;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.SuiviActivites;

internal sealed record SuiviActivitesMemoire : IMemoire<SuiviActivitesMemoire>
{
    /// <summary>Monday of the next week to open; null when the contract asks for no weekly hours.</summary>
    public LocalDate? Prochaine { get; init; }

    /// <summary>The hours of each week, as the contract had them on its Monday; null before there were any.</summary>
    public HeuresPromises? Promises { get; init; }

    /// <summary>Those of a newer contract, which change no week that has begun; null when there is none.</summary>
    public HeuresPromises? Suivantes { get; init; }

    /// <summary>Weeks not settled yet: at most a handful.</summary>
    public IReadOnlyList<SemaineProjetee> EnCours { get; init; } = [];

    /// <summary>Weeks in a row closed without a declaration.</summary>
    public int SansDeclaration { get; init; }

    public SuiviActivitesMemoire Avec(SemaineProjetee semaine) =>
        this with { EnCours = [.. EnCours.Where(s => s.Lundi != semaine.Lundi), semaine] };

    public SuiviActivitesMemoire Sans(LocalDate lundi) => this with { EnCours = [.. EnCours.Where(s => s.Lundi != lundi)] };
}
