using System.Globalization;
using FranceTravail.Parcours.Engine;

namespace FranceTravail.Parcours.Tool;

/// <summary>Limits by the names that they have in a Temporal server's dynamic configuration.</summary>
internal static class DynamicLimits
{
    /// <summary>The limits that are set; other settings are of parts that this service does not have.</summary>
    public static EngineLimits Read(IEnumerable<(string Name, string Value)> settings) => settings.Aggregate(new EngineLimits(), (limits, s) => s.Name switch
    {
        "limit.blobSize.error" => limits with { BlobSize = Number(s) },
        "limit.memoSize.error" => limits with { MemoSize = Number(s) },
        "limit.maxIDLength" => limits with { IdLength = Number(s) },
        "limit.historyCount.suggestContinueAsNew" => limits with { SuggestContinueAsNewEvents = Number(s) },
        "limit.historySize.suggestContinueAsNew" => limits with { SuggestContinueAsNewSize = Number(s) },
        "limit.historyCount.error" => limits with { HistoryEvents = Number(s) },
        "limit.historySize.error" => limits with { HistorySize = Number(s) },
        "limit.numPendingActivities.error" or "limit.numPendingChildExecutions.error" => limits with { Pending = Number(s) },
        "history.maxInFlightUpdates" => limits with { UpdatesInFlight = Number(s) },
        "history.maxTotalUpdates" => limits with { Updates = Number(s) },
        _ => limits,
    });

    private static int Number((string Name, string Value) setting) => int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ArgumentException($"'{setting.Value}' is no number for {setting.Name}.");
}
