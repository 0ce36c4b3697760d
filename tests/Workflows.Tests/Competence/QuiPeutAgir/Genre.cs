namespace FranceTravail.Parcours.Workflows.Tests.Competence.QuiPeutAgir;

internal enum Genre
{
    /// <summary>The person whose journey it is.</summary>
    Personne,
    Autre,
    Referent,

    /// <summary>Of an organism, and not the référent.</summary>
    Conseiller,
    Encadrement,

    /// <summary>Of the caisse d'allocations familiales: an agent of it, and a counsellor of a délégataire.</summary>
    Caf,

    /// <summary>Of another territory.</summary>
    Inconnu,
    Systeme,
    Import,
}
