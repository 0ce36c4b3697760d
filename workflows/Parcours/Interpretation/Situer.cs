using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>Says where a journey and its threads stand: who answers for them, what comes next, and when the journey wakes.</summary>
internal static class Situer
{
    public static EtatParcours Completer(ContexteParcours contexte, EtatParcours etat)
    {
        etat = etat with { Fils = etat.Fils.Values.ToDictionary(f => f.Id, f => f with { Situation = DuFil(contexte, etat, f) }) };
        var (objet, echeance) = Prochaine(etat, _ => true);
        return etat with
        {
            ProchainReveil = Reveils(etat).Select(a => (Instant?)a.Le).Min(),
            Situation = new SituationProjetee
            {
                Statut = etat.Statut,
                Etape = contexte.Noeud(etat.Fils[contexte.FilPrincipal].NoeudId).Titre,
                NoeudId = etat.Fils[contexte.FilPrincipal].NoeudId,
                Responsable = Referent(contexte, etat),
                ProchaineEcheance = etat.Statut == StatutParcours.Clos ? null : echeance,
                ObjetEcheance = etat.Statut == StatutParcours.Clos ? null : objet,
                ReferentId = etat.Dossier.ReferentId,
                TypeParcours = etat.Dossier.TypeParcours,
                Organisme = etat.Dossier.Organisme,
                IdentifiantFranceTravail = etat.Dossier.IdentifiantFranceTravail,
                ModeleId = contexte.Modele.Id,
                ModeleVersion = contexte.Modele.Version,
            },
        };
    }

    /// <summary>Everything that rings: alarms of steps, then reminders and escalations of tasks.</summary>
    public static IEnumerable<Alarme> Reveils(EtatParcours etat) => etat.Alarmes.Values.Concat(etat.Taches.Values.SelectMany(AlarmesTache.De));

    public static Responsable Referent(ContexteParcours contexte, EtatParcours etat) =>
        etat.Dossier.ReferentId is { } id
            ? Responsable.Conseiller(id)
            : Responsable.FileDe(RoleActeur.Conseiller, contexte.Demarrage.Territoire);

    private static SituationFil? DuFil(ContexteParcours contexte, EtatParcours etat, Fil fil)
    {
        if (fil.Separe)
        {
            return null;
        }

        var (objet, echeance) = Prochaine(etat, id => id == fil.Id);
        return new SituationFil
        {
            Etape = contexte.Noeud(fil.NoeudId).Titre,
            Responsable = Referent(contexte, etat),
            ProchaineEcheance = echeance,
            ObjetEcheance = objet,
        };
    }

    /// <summary>The earliest deadline of a step or a task; a task says better what it is about, so it comes first on the same instant.</summary>
    private static (string? Objet, Echeance? Echeance) Prochaine(EtatParcours etat, Func<string, bool> fil) =>
        etat.Taches.Values.Where(t => fil(t.FilId)).Select(t => (t.Libelle, t.Echeance))
            .Concat(etat.Fils.Values.Where(f => fil(f.Id)).SelectMany(f => f.Echeances.Values).Select(e => (e.Objet, e.Echeance)))
            .OrderBy(e => e.Echeance.Fin)
            .Select(e => ((string?)e.Item1, (Echeance?)e.Echeance))
            .FirstOrDefault();
}
