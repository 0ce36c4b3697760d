using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>The checks of an act that hold for every task: it is open, the gesture is its own, the actor may, the fields are right.</summary>
public static class ControleActe
{
    /// <summary>Why the act is refused, a French sentence; null when nothing is wrong with its form.</summary>
    /// <param name="tache">The task; null when it is not open.</param>
    /// <param name="acte">The act.</param>
    /// <param name="refuserLActeur">Why its actor may not act on the task; null where only her role is known (<see cref="Habilitation"/>).</param>
    public static string? Refuser(TacheParcours? tache, Acte acte, Func<TacheParcours, string?>? refuserLActeur = null)
    {
        if (RefuserCle(acte) is { } refus)
        {
            return refus;
        }

        if (tache is null)
        {
            return "Cette tâche n’est plus ouverte : la page a changé depuis que vous l’avez affichée.";
        }

        if ((refuserLActeur is null ? Habilitation.RefuserLeRole(tache.Responsable, acte.Acteur) : refuserLActeur(tache)) is { } incompetent)
        {
            return incompetent;
        }

        if (tache.Gestes.FirstOrDefault(g => g.Code == acte.Geste) is not { } geste)
        {
            return "Ce geste n’est pas possible sur cette tâche.";
        }

        return RefuserValeurs(geste.Champs, acte);
    }

    /// <summary>Why what was typed does not fit the form; null when it does.</summary>
    public static string? RefuserValeurs(IReadOnlyList<Champ> champs, Acte acte)
    {
        var inconnue = acte.Valeurs.Keys.FirstOrDefault(nom => champs.All(c => c.Nom != nom));
        return inconnue is not null
            ? "Une des valeurs envoyées n’appartient pas à ce formulaire."
            : champs.Select(c => ValidationChamp.Verifier(c, acte.Valeurs.GetValueOrDefault(c.Nom))).FirstOrDefault(e => e is not null);
    }

    /// <summary>An act without a key could not be known again.</summary>
    public static string? RefuserCle(Acte acte) =>
        acte.Cle is { Length: > 0 and <= 64 } ? null : Francais.Composer("Cet envoi n’a pas de clé : rechargez la page et recommencez.");
}
