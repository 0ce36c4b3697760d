using System.Diagnostics.Metrics;
using Temporalio.Runtime;

namespace FranceTravail.Parcours.Host.Observation;

/// <summary>Temporal's own measures as instruments of .NET: polls, caches, latencies and failures of workflow tasks and activities.</summary>
internal sealed class MetriquesTemporal : ICustomMetricMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Nom = "Temporal";

    private static readonly Meter DuSdk = new(Nom);

    private static readonly Lazy<TemporalRuntime> DuProcessus = new(() => new(new()
    {
        Telemetry = new()
        {
            Metrics = new() { CustomMetricMeter = new MetriquesTemporal(), MetricPrefix = "temporal_" },

            // It writes to the console past our log. What it warns of, slow tasks above all, is among the measures.
            Logging = new() { Filter = new(core: TelemetryFilterOptions.Level.Error, other: TelemetryFilterOptions.Level.Error) },
        },
    }));

    private MetriquesTemporal()
    {
    }

    /// <summary>The one runtime of the process: its threads serve every client and worker.</summary>
    public static TemporalRuntime Runtime => DuProcessus.Value;

    public ICustomMetricCounter<T> CreateCounter<T>(string name, string? unit, string? description)
        where T : struct => new Compteur<T>(DuSdk.CreateCounter<T>(name, unit, description));

    public ICustomMetricHistogram<T> CreateHistogram<T>(string name, string? unit, string? description)
        where T : struct => new Histogramme<T>(DuSdk.CreateHistogram<T>(name, unit, description));

    public ICustomMetricGauge<T> CreateGauge<T>(string name, string? unit, string? description)
        where T : struct => new Jauge<T>(DuSdk.CreateGauge<T>(name, unit, description));

    public object CreateTags(object? appendFrom, IReadOnlyCollection<KeyValuePair<string, object>> tags) =>
        ((KeyValuePair<string, object?>[]?)appendFrom ?? []).Concat(tags.Select(t => KeyValuePair.Create(t.Key, (object?)t.Value))).ToArray();

    private sealed class Compteur<T>(Counter<T> counter) : ICustomMetricCounter<T>
        where T : struct
    {
        public void Add(T value, object tags) => counter.Add(value, (KeyValuePair<string, object?>[])tags);
    }

    private sealed class Histogramme<T>(Histogram<T> histogram) : ICustomMetricHistogram<T>
        where T : struct
    {
        public void Record(T value, object tags) => histogram.Record(value, (KeyValuePair<string, object?>[])tags);
    }

    private sealed class Jauge<T>(Gauge<T> gauge) : ICustomMetricGauge<T>
        where T : struct
    {
        public void Set(T value, object tags) => gauge.Record(value, (KeyValuePair<string, object?>[])tags);
    }
}
