using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Demandes;

/// <summary>
/// What becomes of a letter or a notice that a partner definitely refused, whatever the step: it is written down, and somebody
/// does by hand what could not be done. A person never misses a date because a message was refused.
/// </summary>
internal static class DemandesRefusees
{
    /// <summary>Nature of the counsellor's task.</summary>
    public const string Reprendre = "reprendre-a-la-main";

    public static void Constater(Visite v, Demande demande, string refus)
    {
        if (v.Catalogue.Service(demande.Activite)?.DireRefus(demande) is not { } dit)
        {
            return;
        }

        v.Constater("demande.refus", dit.Phrase, refus, TonFait.Alerte);
        if (v.Etat.Statut == StatutParcours.Ouvert && v.Fil is not null)
        {
            var jour = Rythme.TacheUrgente.Echeance(v.Aujourdhui, v.Calendrier);
            v.Ouvrir(new NouvelleTache
            {
                Nature = Reprendre,
                Libelle = dit.ARefaire,
                Responsable = v.Referent(),
                Echeance = v.Echeance(jour, "Envoi refusé"),
                Gestes = [new Geste { Code = "fait", Libelle = "C’est fait", Principal = true }],
                Rappels = [v.Matin(jour)],
                EscaladeLe = v.Calendrier.FinDuJour(Rythme.TacheUrgente.Terme(jour)),
            });
        }
    }

    /// <summary>The counsellor says that it was done by hand.</summary>
    public static string ReprisALaMain(Visite v)
    {
        v.Constater("demande.reprise", "Fait par le conseiller, faute d’avoir pu être envoyé.");
        return "C’est noté.";
    }
}
