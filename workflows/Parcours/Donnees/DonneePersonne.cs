namespace FranceTravail.Parcours.Workflows.Parcours.Donnees;

/// <summary>What may be said anew of a registered person without changing who she is: how to reach her, her household, her allowance.</summary>
public enum DonneePersonne
{
    Telephone,
    Courriel,
    Adresse,
    CodePostal,

    /// <summary>Name of the commune on letters; follows <see cref="Commune"/>.</summary>
    Ville,

    /// <summary>INSEE code of the commune of residence.</summary>
    Commune,
    PersonnesFoyer,
    EnfantsDeMoinsDe12Ans,
    ParentIsole,
    Allocation,
    ReferenceCaf,

    /// <summary>What she needs to be received: a way in without steps (<c>oui</c>, <c>non</c>).</summary>
    AccesSansMarche,
    LangueDesSignes,

    /// <summary>The language of an interpreter, as she calls it; empty when she needs none.</summary>
    LangueInterprete,
}
