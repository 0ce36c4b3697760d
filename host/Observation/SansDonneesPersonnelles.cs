using System.Diagnostics;
using OpenTelemetry;

namespace FranceTravail.Parcours.Host.Observation;

/// <summary>Lets nothing out with a span but tags that are known to hold nothing personal. An address holds the number of a dossier, and a search a name.</summary>
internal sealed class SansDonneesPersonnelles : BaseProcessor<Activity>
{
    /// <summary>The only tags of spans that leave the process.</summary>
    public static IReadOnlySet<string> Admis { get; } = new HashSet<string>
    {
        "http.request.method", "http.response.status_code", "http.route", "error.type", "geste", "issue", "partenaire",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var (cle, _) in data.TagObjects.Where(t => !Admis.Contains(t.Key)).ToList())
        {
            data.SetTag(cle, null);
        }

        // Said by whoever failed, in words that may hold anything.
        data.SetStatus(data.Status);
        if (data.Source.Name != Activities.Observation.Traces.Nom)
        {
            data.DisplayName = $"{data.GetTagItem("http.request.method")} {data.GetTagItem("http.route") ?? "autre"}";
        }
    }
}
