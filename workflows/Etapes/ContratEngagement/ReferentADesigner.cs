using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>
/// A contract names one référent (Code du travail, art. L5411-6 II): while there is none, a counsellor of the queue is asked to
/// take the dossier.
/// </summary>
internal static class ReferentADesigner
{
    public const string Nature = "designer-referent";

    public static void Demander(Visite v)
    {
        if (v.Dossier.ReferentId is not null)
        {
            return;
        }

        var jour = Rythme.PriseEnCharge.Echeance(v.Aujourdhui, v.Calendrier);
        v.Ouvrir(new NouvelleTache
        {
            Nature = Nature,
            Libelle = "devenir le référent unique de la personne",
            Precision = "Le contrat d’engagement nomme un référent : un conseiller de l’organisme référent, hors encadrement.",
            Responsable = v.Referent(),
            Echeance = v.Echeance(jour, "Dossier sans référent", v.Droit.Contrat.ReferentUnique.Citation),
            Gestes = [new Geste { Code = "prendre", Libelle = "Devenir référent", Principal = true }],
            Rappels = [v.Matin(jour)],
            EscaladeLe = v.Calendrier.FinDuJour(jour),
        });
    }

    public static string? Refuser(VueParcours v) =>
        v.Dossier.ReferentId is null ? "Le contrat nomme un référent unique : un conseiller doit d’abord le devenir." : null;

    /// <summary>Whoever acts becomes the référent: a counsellor of the organisme référent, in whose queue the task is.</summary>
    public static string Prendre(Visite v, Acteur acteur)
    {
        v.Consigner(d => d with { ReferentId = acteur.Id });
        v.Constater("contrat.referent", "Référent unique désigné.", v.Droit.Contrat.ReferentUnique.Citation);
        return "Vous êtes maintenant le référent unique de la personne.";
    }
}
