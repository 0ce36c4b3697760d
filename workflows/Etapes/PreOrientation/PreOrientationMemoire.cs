using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>What is still awaited once the orientation is decided.</summary>
internal sealed record PreOrientationMemoire
{
    public bool Decidee { get; init; }

    /// <summary>Day of the decision: the notice cannot have been received before.</summary>
    public LocalDate? DecideeLe { get; init; }

    /// <summary>The six weeks of the département are over: France Travail orients (CASF, art. D262-65-2).</summary>
    public bool Relais { get; init; }

    /// <summary>A counsellor said when the services learnt that the right to the RSA is open.</summary>
    public bool DroitSaisi { get; init; }

    public bool ReceptionAttendue { get; init; }
}
