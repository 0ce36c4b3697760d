using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>What may change of a person without changing where her journey stands: how to reach her, her household, her allowance.</summary>
internal sealed record DonneesVariables(Contact Contact, Foyer Foyer, Allocation Allocation, string? ReferenceCaf);
