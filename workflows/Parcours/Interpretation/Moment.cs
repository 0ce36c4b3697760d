using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>When an event is handled, and the delays already recorded for it: none the first time it is handled.</summary>
internal readonly record struct Moment(Instant Maintenant, IReadOnlyDictionary<string, LocalDate> Consignes)
{
    private static readonly Dictionary<string, LocalDate> Aucune = [];

    public Moment(Instant maintenant)
        : this(maintenant, Aucune)
    {
    }

    /// <summary>The rules under which the run began: histories recorded under older ones replay with those.</summary>
    public Generation Generation { get; init; } = Generation.Courante;
}
