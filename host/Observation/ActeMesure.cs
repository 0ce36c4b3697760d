using System.Diagnostics;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.Activities.Observation;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Host.Observation;

/// <summary>Measures one act, from its being sent to its answer, by the closed family of answers.</summary>
internal static partial class ActeMesure
{
    public static async Task<ReponseMoteur> MesurerAsync(Acte acte, Func<Task<ReponseMoteur>> agir)
    {
        var (geste, issue) = (acte.OuvreFil is not null ? "ouvrir-fil" : Code().IsMatch(acte.Geste) ? acte.Geste : "autre", "interrompu");
        using var span = Traces.Source.StartActivity($"acte {geste}", ActivityKind.Client);
        var debut = Stopwatch.GetTimestamp();
        try
        {
            var reponse = await agir();
            issue = reponse switch
            {
                ReponseMoteur.Fait => "fait",
                ReponseMoteur.Refuse => "refuse",
                ReponseMoteur.EnPanne => "en-panne",
                ReponseMoteur.SansReponse => "sans-reponse",
                _ => "inconnu",
            };
            return reponse;
        }
        finally
        {
            span?.SetTag("geste", geste).SetTag("issue", issue);
            var tags = new TagList { { "geste", geste }, { "issue", issue } };
            Mesures.Actes.Add(1, tags);
            Mesures.DureeActes.Record(Stopwatch.GetElapsedTime(debut).TotalSeconds, tags);
        }
    }

    /// <summary>The code of a gesture of a step; what a form invents does not become a series of its own.</summary>
    [GeneratedRegex(@"^[a-z][a-z-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
