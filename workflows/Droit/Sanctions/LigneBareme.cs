namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>One row of the scale.</summary>
/// <param name="Regime">For whom.</param>
/// <param name="Manquement">For what.</param>
/// <param name="Rangs">For which ranks.</param>
/// <param name="Mesures">What may be decided.</param>
/// <param name="Taux">Percent of what is paid; null where nothing is paid.</param>
/// <param name="Mois">Months; null for a warning.</param>
/// <param name="Radiation">What follows for the registration.</param>
/// <param name="Articles">Where it is written.</param>
public sealed record LigneBareme(
    RegimeSanction Regime,
    Manquement Manquement,
    IReadOnlyList<RangManquement> Rangs,
    IReadOnlyList<Mesure> Mesures,
    Fourchette? Taux,
    Fourchette? Mois,
    EffetRadiation Radiation,
    params IReadOnlyList<Article> Articles);
