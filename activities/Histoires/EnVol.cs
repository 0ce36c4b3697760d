using FranceTravail.Parcours.Activities.Decisions;
using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>
/// What the store holds and no history does yet: decided in a workflow task that did not end. It is answered again to the worker that takes up
/// that task, so it counts. The run that had it decided may meanwhile have continued without it, where the act behind it was lost with
/// its task, or have been interrupted: the run that comes next takes it over.
/// </summary>
internal static class EnVol
{
    /// <param name="histoire">Of the stream.</param>
    /// <param name="connus">What the store follows of the same stream.</param>
    /// <returns>The history with these decisions behind its own; itself when there are none.</returns>
    public static HistoireFlux Avec(HistoireFlux histoire, IEnumerable<FluxDossier> connus)
    {
        var acquis = histoire.Dernier;
        var courant = connus.FirstOrDefault(f => f.Etat == EtatFlux.Courant && EstDernier(histoire, f.RunId));
        var gardees = DecisionsGardees.Lire(courant?.Gardees).Where(d => d.Numero > acquis).TakeWhile((d, i) => d.Numero == acquis + 1 + i).ToList();
        return gardees.Count == 0 ? histoire : histoire with { Decisions = [.. histoire.Decisions, .. gardees] };
    }

    /// <summary>The last run, or one after which nothing was decided.</summary>
    private static bool EstDernier(HistoireFlux histoire, string runId)
    {
        var rang = histoire.Runs.Select(r => r.RunId).ToList().IndexOf(runId);
        return rang >= 0 && histoire.Runs.Skip(rang + 1).All(r => r.Avant == histoire.Dernier);
    }
}
