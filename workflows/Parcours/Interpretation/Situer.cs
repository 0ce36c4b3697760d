using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>Says where a journey stands: who answers for it, and what comes next.</summary>
internal static class Situer
{
    public static SituationProjetee Projeter(ContexteParcours contexte, EtatParcours etat)
    {
        var (objet, echeance) = Prochaine(etat);
        return new SituationProjetee
        {
            Statut = etat.Statut,
            Etape = contexte.Noeud(etat.NoeudId).Titre,
            NoeudId = etat.NoeudId,
            Responsable = Responsable(contexte, etat),
            ProchaineEcheance = echeance,
            ObjetEcheance = objet,
            TypeParcours = etat.Dossier.TypeParcours,
            Organisme = etat.Dossier.Organisme,
            IdentifiantFranceTravail = etat.Dossier.IdentifiantFranceTravail,
            ModeleId = contexte.Modele.Id,
            ModeleVersion = contexte.Modele.Version,
        };
    }

    public static SituationParcours Decrire(ContexteParcours contexte, EtatParcours etat) => new()
    {
        DossierId = contexte.DossierId,
        NoeudId = etat.NoeudId,
        Etape = contexte.Noeud(etat.NoeudId).Titre,
        Responsable = Responsable(contexte, etat),
        ProchaineEcheance = Prochaine(etat).Echeance,
        Taches = etat.Taches,
        EnAttente = [.. etat.Demandes.Select(d => d.Objet)],
        ProchainReveil = etat.Alarmes.Count == 0 ? null : etat.Alarmes.Min(a => a.Le),
        Projection = etat.Projection,
        Clos = etat.Statut == StatutParcours.Clos,
    };

    private static Responsable Responsable(ContexteParcours contexte, EtatParcours etat) =>
        etat.Dossier.ReferentId is { } id
            ? Taches.Responsable.Conseiller(id)
            : Taches.Responsable.FileDe(RoleActeur.Conseiller, contexte.Demarrage.Territoire);

    /// <summary>The earliest deadline of a step or a task; a task says better what it is about, so it comes first on the same instant.</summary>
    private static (string? Objet, Echeance? Echeance) Prochaine(EtatParcours etat) =>
        etat.Taches.Select(t => (t.Libelle, t.Echeance))
            .Concat(etat.Echeances.Select(e => (e.Objet, e.Echeance)))
            .OrderBy(e => e.Echeance.Fin)
            .Select(e => ((string?)e.Item1, (Echeance?)e.Echeance))
            .FirstOrDefault();
}
