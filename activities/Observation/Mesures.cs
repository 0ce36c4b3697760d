using System.Diagnostics.Metrics;

namespace FranceTravail.Parcours.Activities.Observation;

/// <summary>
/// What the product counts, each instrument once, listed in <c>docs/observation.md</c>. Nothing is counted in a workflow, whose code
/// is replayed. A tag is a word of a closed list: no dossier, no reference, no text that somebody typed.
/// </summary>
public static class Mesures
{
    /// <summary>Name of the meter.</summary>
    public const string Nom = "FranceTravail.Parcours";

    private static readonly Meter Meter = new(Nom);

    /// <summary>Bounds of the durations, in seconds: from what nobody notices to what somebody leaves for.</summary>
    private static readonly InstrumentAdvice<double> Secondes = new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] };

    /// <summary>Acts that were answered, by <c>geste</c> and <c>issue</c>.</summary>
    public static Counter<long> Actes { get; } = Meter.CreateCounter<long>("parcours.actes", "{acte}");

    /// <summary>From an act sent to its answer, by <c>geste</c> and <c>issue</c>.</summary>
    public static Histogram<double> DureeActes { get; } = Meter.CreateHistogram("parcours.actes.duree", "s", advice: Secondes);

    /// <summary>From an event to its effects in the case store, where pages see them, by kind of <c>evenement</c>. Its count is that of the projections.</summary>
    public static Histogram<double> RetardProjections { get; } = Meter.CreateHistogram("parcours.projections.retard", "s", advice: Secondes);

    /// <summary>Journeys that nothing would bring back to somebody, by <c>cause</c>, as the last watch found them.</summary>
    public static Gauge<long> Bloques { get; } = Meter.CreateGauge<long>("parcours.bloques", "{parcours}");

    /// <summary>One call of a partner with all its tries, by <c>partenaire</c> and <c>issue</c>. Its count is that of the calls.</summary>
    public static Histogram<double> DureePartenaires { get; } = Meter.CreateHistogram("parcours.partenaires.duree", "s", advice: Secondes);

    /// <summary>1 while the breaker before a <c>partenaire</c> is open, then 0.</summary>
    public static Gauge<long> Disjoncteurs { get; } = Meter.CreateGauge<long>("parcours.partenaires.disjoncteur", "{disjoncteur}");

    /// <summary>Letters and messages, by <c>modele</c>, <c>canal</c> and <c>issue</c>; a try that will be made again is one too.</summary>
    public static Counter<long> Courriers { get; } = Meter.CreateCounter<long>("parcours.courriers", "{courrier}");

    /// <summary>Rounds of background services, by <c>service</c> and <c>issue</c>.</summary>
    public static Counter<long> Tours { get; } = Meter.CreateCounter<long>("parcours.services.tours", "{tour}");

    /// <summary>What background services gave up on, by <c>service</c>: an operator reads it with <c>echecs</c>.</summary>
    public static Gauge<long> Abandons { get; } = Meter.CreateGauge<long>("parcours.services.abandons", "{dossier}");
}
