using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Workflows.Parcours;
using NodaTime;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>A person whose every field has been checked.</summary>
internal sealed record InscriptionValide
{
    public required string Nom { get; init; }

    public required string Prenom { get; init; }

    public required LocalDate DateNaissance { get; init; }

    public required Commune Commune { get; init; }

    /// <summary>Null where none serves her commune: nobody begins there; who is known may have moved there.</summary>
    public required Territoire? Territoire { get; init; }

    public required Contact Contact { get; init; }

    public string? ReferenceCaf { get; init; }

    public required Allocation Allocation { get; init; }

    public required Foyer Foyer { get; init; }

    public required SituationPersonne Situation { get; init; }

    /// <summary>Status of the CAF right, when the CAF was asked and answered.</summary>
    public StatutDroit? StatutDroit { get; init; }

    /// <summary>The same, with what the CAF says of the right: who says that she has the RSA, and has it no more, is oriented as who has none.</summary>
    /// <param name="statut">Null when the CAF was not asked, or did not answer.</param>
    public InscriptionValide SelonLaCaf(StatutDroit? statut) => Allocation is Allocation.Rsa && statut.EstFerme()
        ? this with { StatutDroit = statut, Allocation = Allocation.Aucune, Situation = Situation with { Rsa = false } }
        : this with { StatutDroit = statut };
}
