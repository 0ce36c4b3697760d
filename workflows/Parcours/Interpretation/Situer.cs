using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>Says where a journey and its threads stand: who answers for them, what comes next, and when the journey wakes.</summary>
internal static class Situer
{
    public static EtatParcours Completer(ContexteParcours contexte, EtatParcours etat) => etat with
    {
        Fils = etat.Fils.Values.ToDictionary(f => f.Id, f => f.Separe ? f : f with { Situation = DuFil(contexte, etat, f) }),
        ProchainReveil = Reveils(etat).Select(a => (Instant?)a.Le).Min(),
    };

    /// <summary>Everything that rings: alarms of steps, then reminders and escalations of tasks.</summary>
    public static IEnumerable<Alarme> Reveils(EtatParcours etat) => etat.Alarmes.Select(a => Alarme.De(a.Key, a.Value)).Concat(etat.Taches.Values.SelectMany(AlarmesTache.De));

    public static Responsable Referent(ContexteParcours contexte, EtatParcours etat) =>
        etat.Dossier.ReferentId is { } id
            ? Responsable.Conseiller(id)
            : Responsable.FileDe(RoleActeur.Conseiller, contexte.Demarrage.Territoire);

    /// <summary>The earliest deadline of the thread's tasks and steps; a task says better what it is about, so it comes first on the same instant.</summary>
    private static SituationFil DuFil(ContexteParcours contexte, EtatParcours etat, Fil fil)
    {
        var tache = etat.Taches.Values.Where(t => t.FilId == fil.Id).MinBy(t => t.Echeance.Fin);
        var (cle, echeance) = fil.Echeances.OrderBy(e => e.Value.Echeance.Fin).FirstOrDefault();
        var parTache = tache is not null && (echeance is null || tache.Echeance.Fin <= echeance.Echeance.Fin);
        return new SituationFil
        {
            Etape = contexte.Noeud(fil.NoeudId).Titre,
            Responsable = Referent(contexte, etat),
            TacheId = parTache ? tache!.TacheId : null,
            EcheanceCle = parTache ? null : cle,
        };
    }
}
