using System.Collections.Frozen;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>The type of an event follows from the attributes it carries.</summary>
internal static class EventTypes
{
    private const string Suffix = "EventAttributes";

    private static readonly FrozenDictionary<HistoryEvent.AttributesOneofCase, EventType> ByCase = Enum.GetValues<HistoryEvent.AttributesOneofCase>()
        .Where(c => c != HistoryEvent.AttributesOneofCase.None && Enum.TryParse<EventType>(c.ToString()[..^Suffix.Length], out _))
        .ToFrozenDictionary(c => c, c => Enum.Parse<EventType>(c.ToString()[..^Suffix.Length]));

    public static EventType Of(HistoryEvent e) => ByCase[e.AttributesCase];
}
