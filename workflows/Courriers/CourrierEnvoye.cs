using NodaTime;

namespace FranceTravail.Parcours.Workflows.Courriers;

public sealed record CourrierEnvoye
{
    /// <summary>Reference of the proof given by the messages partner.</summary>
    public required string Preuve { get; init; }

    /// <summary>When the person received it, if the proof says so: legal delays run from here. Null when not known yet.</summary>
    public Instant? RecuLe { get; init; }
}
