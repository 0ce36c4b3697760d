namespace FranceTravail.Parcours.Workflows.Parcours.Donnees;

/// <summary>Where data of a person come from.</summary>
public enum SourceDonnees
{
    /// <summary>A file of persons that a territory sends.</summary>
    Import,

    /// <summary>She says them herself.</summary>
    Personne,

    /// <summary>She said them to a counsellor.</summary>
    Conseiller,
}
