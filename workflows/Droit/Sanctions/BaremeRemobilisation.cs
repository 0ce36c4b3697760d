using static FranceTravail.Parcours.Workflows.Droit.Sanctions.EffetRadiation;
using static FranceTravail.Parcours.Workflows.Droit.Sanctions.Mesure;
using static FranceTravail.Parcours.Workflows.Droit.Sanctions.RegimeSanction;

namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>The scale of décret n° 2025-478: for whom, what, which rank | measures | percent | months | striking-off | articles.</summary>
internal static class BaremeRemobilisation
{
    private static readonly RangManquement[] Premier = [RangManquement.Premier];

    /// <summary>A breach that persists is found soon after the measure that punished it: it is also the same breach again within the window.</summary>
    private static readonly RangManquement[] Ensuite = [RangManquement.Persistance, RangManquement.Reiteration];

    private static readonly RangManquement[] Toujours = [.. Premier, .. Ensuite];

    private static readonly Fourchette TrenteACent = new(30, 100);
    private static readonly Fourchette Tout = new(100, 100);

    public static IReadOnlyList<LigneBareme> Lignes { get; } =
    [
        new(Allocation, Manquement.Contrat, Premier, [Suspension], TrenteACent, M(1, 2), Non, Article.Travail("R5412-1")),
        new(Allocation, Manquement.Contrat, Ensuite, [Suppression, Suspension], TrenteACent, M(1, 4), SiSuppressionTotaleLaPlusLongue, Article.Travail("R5412-1")),
        new(Allocation, Manquement.RefusContrat, Premier, [Suspension], TrenteACent, M(1, 2), Non, Article.Travail("R5412-2")),
        new(Allocation, Manquement.RefusContrat, Ensuite, [Suspension], TrenteACent, M(1, 4), SiSuspensionTotaleLaPlusLongue, Article.Travail("R5412-2")),
        new(Allocation, Manquement.OffreRaisonnable, Premier, [Suppression], Tout, M(2, 2), Oui, Article.Travail("R5412-3")),
        new(Allocation, Manquement.OffreRaisonnable, Ensuite, [Suppression], Tout, M(4, 4), Oui, Article.Travail("R5412-3")),
        new(Allocation, Manquement.Fraude, Toujours, [Suppression], Tout, M(6, 12), Oui, Article.Travail("R5412-3-1")),
        new(Allocation, Manquement.ActiviteBreve, Premier, [Suppression], Tout, M(1, 1), Non, Article.Travail("R5412-3-2")),
        new(Allocation, Manquement.ActiviteBreve, Ensuite, [Suppression], Tout, M(2, 2), Oui, Article.Travail("R5412-3-2")),
        new(Allocation, Manquement.Reconversion, Toujours, [Suppression], Tout, M(4, 4), Oui, Article.Travail("R5412-1")),

        new(Sans, Manquement.Contrat, Premier, [Avertissement], null, null, Non, Article.Travail("R5412-3-3")),
        new(Sans, Manquement.Contrat, Ensuite, [Radiation], null, M(1, 4), Oui, Article.Travail("R5412-3-3")),
        new(Sans, Manquement.RefusContrat, Premier, [Avertissement], null, null, Non, Article.Travail("R5412-3-3")),
        new(Sans, Manquement.RefusContrat, Ensuite, [Radiation], null, M(1, 4), Oui, Article.Travail("R5412-3-3")),
        new(Sans, Manquement.OffreRaisonnable, Premier, [Radiation], null, M(2, 2), Oui, Article.Travail("R5412-3")),
        new(Sans, Manquement.OffreRaisonnable, Ensuite, [Radiation], null, M(4, 4), Oui, Article.Travail("R5412-3")),
        new(Sans, Manquement.Fraude, Toujours, [Radiation], null, M(6, 12), Oui, Article.Travail("R5412-3-1")),
        new(Sans, Manquement.ActiviteBreve, Premier, [Avertissement], null, null, Non, Article.Travail("R5412-3-3")),
        new(Sans, Manquement.ActiviteBreve, Ensuite, [Radiation], null, M(2, 2), Oui, Article.Travail("R5412-3-3")),

        // A refusal of controls (CASF, art. L262-37 II 3°) has no row: its bounds were not read.
        new(Rsa, Manquement.Contrat, Premier, [Suspension], TrenteACent, M(1, 2), Non, Article.ActionSociale("R262-68-1")),
        new(Rsa, Manquement.Contrat, Ensuite, [Suppression, Suspension], TrenteACent, M(1, 4), SiSuppressionTotaleLaPlusLongue, Article.ActionSociale("R262-68-1")),
        new(Rsa, Manquement.RefusContrat, Premier, [Suspension], TrenteACent, M(1, 2), Non, Article.ActionSociale("R262-68")),
        new(Rsa, Manquement.RefusContrat, Ensuite, [Suppression, Suspension], TrenteACent, M(1, 4), SiSuppressionTotaleLaPlusLongue, Article.ActionSociale("R262-68")),
    ];

    private static Fourchette M(int min, int max) => new(min, max);
}
