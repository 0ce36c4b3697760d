using FranceTravail.Parcours.Workflows.Droit.Contrat;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>How many hours a week a contract may ask for: what the step is told, as the law is asked (<see cref="ReglesContrat.Examiner"/>).</summary>
internal static class ReglesHeures
{
    /// <summary>What is wrong with a proposal, a French sentence with its article; null when it may be made.</summary>
    /// <param name="droit">The rules of the day of the proposal.</param>
    /// <param name="heures">Hours a week, over all activities.</param>
    /// <param name="motif">Why fewer than the floor, with all that its label supposes; null when not said.</param>
    /// <param name="demandeDeLaPersonne">The person asked for a plan without weekly hours.</param>
    public static string? Refuser(ReglesContrat droit, decimal heures, MotifHeures? motif, bool demandeDeLaPersonne)
    {
        var examen = droit.Examiner(new DemandeHeures
        {
            Heures = heures,
            RaisonIndividuelle = motif is not null,
            Diagnostic = true, // Every way to this step has passed it: ContratEngagementDefinition, Apres.
            DemandeDeLaPersonne = demandeDeLaPersonne,
            Motif = motif switch
            {
                MotifHeures.Sante => MotifSansHeures.Sante,
                MotifHeures.Handicap => MotifSansHeures.Handicap,
                MotifHeures.Invalidite => MotifSansHeures.Invalidite,
                MotifHeures.ParentIsole => MotifSansHeures.GardeEnfant,
                _ => null,
            },
            ParentIsole = motif is MotifHeures.ParentIsole,
            AgeDuPlusJeune = motif is MotifHeures.ParentIsole ? droit.AgeEnfantSansGarde - 1 : null,
        });
        return examen.Accepte ? null : Francais.Composer($"{examen.Raison.TrimEnd('.')} ({examen.Article.Citation}).");
    }
}
