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
    public const decimal Plancher = 15m;
    public const decimal Plafond = 35m;

    /// <summary>What is wrong with a proposal, a French sentence; null when it may be made.</summary>
    /// <param name="heures">Hours a week, over all activities.</param>
    /// <param name="motif">Why fewer than fifteen; null when not said.</param>
    /// <param name="demandeDeLaPersonne">The person asked for a plan without weekly hours.</param>
    public static string? Refuser(decimal heures, MotifHeures? motif, bool demandeDeLaPersonne) => Francais.Composer(heures switch
    {
        < 0 or > Plafond => "Le contrat ne peut pas dépasser 35 heures d’activité par semaine (Conseil constitutionnel, 2023-858 DC).",
        0 when !demandeDeLaPersonne => "Un plan sans heures hebdomadaires n’est possible qu’à la demande de la personne (Code du travail, art. L5411-6 II).",
        0 when motif is null or MotifHeures.SituationIndividuelle =>
            "Un plan sans heures hebdomadaires demande un motif : santé, handicap, invalidité, ou parent isolé sans garde d’un enfant de moins de douze ans.",
        < Plancher when motif is null => "En dessous de 15 heures par semaine, indiquez le motif tiré du diagnostic (Code du travail, art. L5411-6 II).",
        > 0 when demandeDeLaPersonne => "La personne demande un plan sans heures hebdomadaires : le plan ne peut pas en compter.",
        >= Plancher when motif is not null => "Un motif de réduction n’a pas lieu d’être à partir de 15 heures par semaine.",
        _ => "",
    }) is { Length: > 0 } refus ? refus : null;
}
