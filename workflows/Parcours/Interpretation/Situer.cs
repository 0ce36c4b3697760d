using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>Says where a journey and its threads stand: who answers for them, what comes next, and when the journey wakes.</summary>
internal static class Situer
{
    public static EtatParcours Completer(ContexteParcours contexte, EtatParcours etat, Instant maintenant, string? ancien)
    {
        var referent = Referent(contexte, etat, maintenant);
        return etat with
        {
            Taches = etat.Taches.ToDictionary(t => t.Key, t => EstDuReferent(t.Value.Responsable, ancien) ? t.Value with { Responsable = referent } : t.Value),
            Fils = etat.Fils.Values.ToDictionary(f => f.Id, f => f.Separe ? f : f with { Avancement = DuFil(contexte, etat, f, referent) }),
            ProchainReveil = Reveils(etat).Select(a => (Instant?)a.Le).Min(),
        };
    }

    /// <summary>Everything that rings: alarms of steps, then reminders and escalations of tasks.</summary>
    public static IEnumerable<Alarme> Reveils(EtatParcours etat) => etat.Alarmes.Select(a => Alarme.De(a.Key, a.Value)).Concat(etat.Taches.Values.SelectMany(AlarmesTache.De));

    /// <summary>Who accompanies now (<see cref="Responsable.DeLAccompagnement"/>).</summary>
    public static Responsable Referent(ContexteParcours contexte, EtatParcours etat, Instant maintenant) =>
        Responsable.DeLAccompagnement(etat.Dossier.Lieu.Territoire, etat.Dossier.ReferentId, Equipe(contexte, etat, maintenant));

    /// <summary>The people of the organisme référent where the person lives; null before a first orientation.</summary>
    public static Equipe? Equipe(ContexteParcours contexte, EtatParcours etat, Instant maintenant)
    {
        var jour = contexte.CalendrierDe(etat).Jour(maintenant);
        return Competence.Equipe.De(etat.Dossier.Organisme, contexte.Competences, CodeGeographique.Trouver(etat.Dossier.Lieu.Commune, jour)?.Commune, jour);
    }

    /// <summary>What was asked of the référent of another day is asked of who has become it: of counsellors, all but the decisions of an authority and what somebody else was named for.</summary>
    private static bool EstDuReferent(Responsable responsable, string? ancien) =>
        responsable.Role is RoleActeur.Conseiller && responsable.AutoriteDeLaFile() is null && (responsable.Id is null || responsable.Id == ancien);

    /// <summary>The earliest deadline of the thread's tasks and steps; a task says better what it is about, so it comes first on the same instant.</summary>
    private static AvancementFil DuFil(ContexteParcours contexte, EtatParcours etat, Fil fil, Responsable referent)
    {
        var tache = etat.Taches.Values.Where(t => t.FilId == fil.Id).MinBy(t => t.Echeance.Fin);
        var (cle, echeance) = fil.Echeances.OrderBy(e => e.Value.Echeance.Fin).FirstOrDefault();
        var parTache = tache is not null && (echeance is null || tache.Echeance.Fin <= echeance.Echeance.Fin);
        return new AvancementFil
        {
            Etape = contexte.Noeud(fil.NoeudId).Titre,
            Responsable = referent,
            TacheId = parTache ? tache!.TacheId : null,
            EcheanceCle = parTache ? null : cle,
        };
    }
}
