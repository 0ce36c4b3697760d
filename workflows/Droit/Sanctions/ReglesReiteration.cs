using FranceTravail.Parcours.Workflows.Delais;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>When a breach is the same one again.</summary>
public sealed record ReglesReiteration
{
    /// <summary>From the day of the notice of the decision that punished the first breach, that day and the last one inside.</summary>
    public required DelaiLegal Fenetre { get; init; }

    /// <summary>Only breaches committed since then count.</summary>
    public required LocalDate ManquementsDepuisLe { get; init; }

    public required Article Transition { get; init; }

    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>
    /// Where it is written that only what is punished after a new orientation counts; null where no text that was read says so:
    /// it is then a practice, in the person's favour.
    /// </summary>
    public required Article? EffetReorientation { get; init; }

    /// <summary>The rank of a breach beside the one that was punished before it.</summary>
    /// <param name="manquement">The breach.</param>
    /// <param name="le">The day of its facts.</param>
    /// <param name="precedent">The earlier breach that was punished; null when there is none.</param>
    /// <param name="reorientation">The last new orientation decision, also one between the facts and the day that they are decided on: only what is punished after it counts; null when there is none.</param>
    public ExamenRang Examiner(Manquement manquement, LocalDate le, ManquementPuni? precedent, LocalDate? reorientation) => precedent switch
    {
        null => Premier("Aucun manquement n’a été sanctionné auparavant."),
        { Manquement: var autre } when autre != manquement => Premier("Le manquement sanctionné auparavant n’est pas le même."),
        { CommisLe: var commis } when commis < ManquementsDepuisLe =>
            Premier($"Le manquement sanctionné auparavant a été commis avant le {Redaction.Francais.DateComplete(ManquementsDepuisLe)} : il ne compte pas.", Transition),
        { NotifieLe: var notifie } when reorientation >= notifie =>
            EffetReorientation is { } texte
                ? Premier("Une nouvelle décision d’orientation est intervenue depuis : seul compte ce qui a été sanctionné après elle.", texte)
                : new(
                    RangManquement.Premier,
                    "Une nouvelle décision d’orientation est intervenue depuis. Aucun texte lu ici ne dit qu’elle remet le compte à zéro pour ce régime : c’est une pratique, retenue en faveur de la personne ; à faire confirmer.",
                    []),
        { NotifieLe: var notifie } when le < notifie => Premier("Les faits précèdent la notification de la première décision."),
        { NotifieLe: var notifie } when le > Fenetre.Terme(notifie) =>
            Premier($"Le délai de {Fenetre.Mois} mois depuis la notification a pris fin le {Redaction.Francais.DateComplete(Fenetre.Terme(notifie))}."),
        _ => new(RangManquement.Reiteration, $"C’est le même manquement, dans les {Fenetre.Mois} mois de la notification de la première décision.", Articles),
    };

    private ExamenRang Premier(string raison, params IEnumerable<Article> aussi) => new(RangManquement.Premier, raison, [.. Articles, .. aussi]);
}
