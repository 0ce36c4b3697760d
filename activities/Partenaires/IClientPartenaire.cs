namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>The typed HTTP client of a partner, in the partner's folder beside the activities that call it; found there by reflection.</summary>
internal interface IClientPartenaire
{
    /// <summary>The partner as operators call it: « France Travail ».</summary>
    static abstract string NomDuPartenaire { get; }
}
