namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>What a step brings that the law puts before another one: by these names steps suppose each other without knowing each other.</summary>
public enum Acquis
{
    /// <summary>A type of journey and an organism, decided (Code du travail, art. L5411-5-1).</summary>
    Orientation,

    /// <summary>The person was received.</summary>
    PremierAccueil,

    /// <summary>The joint account of her situation (Code du travail, art. L5411-5-2).</summary>
    Diagnostic,

    /// <summary>A contract that both signed (Code du travail, art. L5411-6).</summary>
    Contrat,
}
