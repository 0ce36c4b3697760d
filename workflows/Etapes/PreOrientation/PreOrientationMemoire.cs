using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

internal sealed record PreOrientationMemoire : IMemoire<PreOrientationMemoire>
{
    /// <summary>The six weeks of the département are over: France Travail orients (CASF, art. D262-65-2).</summary>
    public bool Relais { get; init; }

    /// <summary>In whose place, by its name.</summary>
    public string? RelaisDe { get; init; }

    /// <summary>A counsellor said when the services learnt that the right to the RSA is open.</summary>
    public bool DroitSaisi { get; init; }

    /// <summary>The last day that passed without an orientation: it is told once.</summary>
    public LocalDate? Depassee { get; init; }
}
