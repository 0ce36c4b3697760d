using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>
/// A known person of whom a file says something new: the values that her journey is to take, the columns that say them, and those that only an
/// act of her journey can change.
/// </summary>
internal sealed record Difference(
    int Ligne, Dossier Dossier, IReadOnlyDictionary<string, string> Nouvelles, IReadOnlyList<string> Reprises, IReadOnlyList<string> NonReprises)
{
    /// <summary>The person has moved to another commune.</summary>
    public bool Deplacement => Reprises.Contains(Comparaison.Commune);
}
