using System.Diagnostics;
using FranceTravail.Parcours.Activities.Partenaires;

namespace FranceTravail.Parcours.Activities.Observation;

/// <summary>Measures one call of a partner, whatever comes of it.</summary>
internal static class AppelMesure
{
    public static async Task<T?> MesurerAsync<T>(string partenaire, Func<Task<T?>> appel)
        where T : class
    {
        using var span = Traces.Source.StartActivity($"partenaire {partenaire}", ActivityKind.Client);
        var (debut, issue) = (Stopwatch.GetTimestamp(), "echec");
        try
        {
            var reponse = await appel();
            issue = reponse is null ? "rien" : "fait";
            return reponse;
        }
        catch (Exception error)
        {
            issue = error switch
            {
                PartenaireRefusException => "refus",
                PartenaireDouteuxException => "douteux",
                PartenaireIndisponibleException => "indisponible",
                OperationCanceledException => "abandon",
                _ => "echec",
            };
            span?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            span?.SetTag("partenaire", partenaire).SetTag("issue", issue);
            Mesures.DureePartenaires.Record(Stopwatch.GetElapsedTime(debut).TotalSeconds, new("partenaire", partenaire), new("issue", issue));
        }
    }
}
