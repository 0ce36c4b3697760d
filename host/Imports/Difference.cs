using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>A known person of whom a file says something new: what is taken over, and the columns that only an act of her journey can change.</summary>
internal sealed record Difference(int Ligne, Dossier Dossier, DonneesVariables Nouvelles, IReadOnlyList<string> Reprises, IReadOnlyList<string> NonReprises);
