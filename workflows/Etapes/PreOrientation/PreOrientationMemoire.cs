namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>What is still awaited once the orientation is decided.</summary>
internal sealed record PreOrientationMemoire
{
    public bool Decidee { get; init; }
    public bool ReferentAttendu { get; init; }
    public bool ReceptionAttendue { get; init; }
}
