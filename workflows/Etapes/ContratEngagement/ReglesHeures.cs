using FranceTravail.Parcours.Workflows.Droit.Contrat;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>How many hours a week a contract may ask for.</summary>
/// <remarks>
/// <para>At least fifteen; fewer, but never none, for individual reasons in view of the diagnostic; none only at the person's own
/// request, for health, disability, invalidity, or a lone parent without childcare for a child under twelve (Code du travail,
/// art. L5411-6 II).</para>
/// <para>Never more than the legal working week (Conseil constitutionnel, decision 2023-858 DC, § 35).</para>
/// </remarks>
internal static class ReglesHeures
{
    /// <summary>What is wrong with a proposal, a French sentence; null when it may be made.</summary>
    /// <param name="droit">The rules of the day of the proposal.</param>
    /// <param name="heures">Hours a week, over all activities.</param>
    /// <param name="motif">Why fewer than the floor; null when not said.</param>
    /// <param name="demandeDeLaPersonne">The person asked for a plan without weekly hours.</param>
    public static string? Refuser(ReglesContrat droit, decimal heures, MotifHeures? motif, bool demandeDeLaPersonne)
    {
        var (plancher, article) = (droit.PlancherHebdomadaire, droit.Heures.Citation);
        return Francais.Composer(heures switch
        {
            _ when heures < 0 || heures > droit.PlafondHebdomadaire =>
                $"Le contrat ne peut pas dépasser {droit.PlafondHebdomadaire:0} heures d’activité par semaine ({droit.Plafond.Citation}).",
            0 when !demandeDeLaPersonne => $"Un plan sans heures hebdomadaires n’est possible qu’à la demande de la personne ({article}).",
            0 when motif is null or MotifHeures.SituationIndividuelle =>
                $"Un plan sans heures hebdomadaires demande un motif : santé, handicap, invalidité, ou parent isolé sans garde d’un enfant de moins de {Francais.EnLettres(droit.AgeEnfantSansGarde)} ans.",
            _ when heures < plancher && motif is null => $"En dessous de {plancher:0} heures par semaine, indiquez le motif tiré du diagnostic ({article}).",
            > 0 when demandeDeLaPersonne => "La personne demande un plan sans heures hebdomadaires : le plan ne peut pas en compter.",
            _ when heures >= plancher && motif is not null => $"Un motif de réduction n’a pas lieu d’être à partir de {plancher:0} heures par semaine.",
            _ => "",
        }) is { Length: > 0 } refus ? refus : null;
    }
}
