using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
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
    private const string Objet = "referent-";

    public static void Demander(Visite v) => Demander(v, "Le contrat d’engagement nomme un référent.");

    private static void Demander(Visite v, string precision)
    {
        if (v.Dossier.ReferentId is not null || !v.ReglesCourantes)
        {
            return;
        }

        var jour = v.Calendrier.OuvreSuivant(v.Aujourdhui.PlusDays(2));
        v.Ouvrir(new NouvelleTache
        {
            Nature = Nature,
            Libelle = "devenir le référent unique de la personne",
            Precision = precision,
            Responsable = v.Referent(),
            Echeance = v.Echeance(jour, "Dossier sans référent", "Code du travail, art. L5411-6 II"),
            Gestes = [new Geste { Code = "prendre", Libelle = "Devenir référent", Principal = true }],
            Rappels = [v.Matin(jour)],
            EscaladeLe = v.Calendrier.FinDuJour(jour),
        });
    }

    public static string? Refuser(VueParcours v) =>
        v.Dossier.ReferentId is null && v.ReglesCourantes ? "Le contrat nomme un référent unique : un conseiller doit d’abord le devenir." : null;

    public static string Prendre(Visite v, TacheParcours tache, Acteur acteur)
    {
        v.Demander(new AffectationDemandee
        {
            Cle = v.Cle(Objet + tache.TacheId),
            DossierId = v.DossierId,
            NoeudId = v.Noeud.Id,
            Objet = Objet + tache.TacheId,
            Territoire = v.Territoire,
            Organisme = v.Dossier.Organisme!.Value,
            ConseillerId = acteur.Id,
        });
        return "Votre demande est enregistrée : le dossier vous est confié si vous accompagnez des personnes sur ce territoire.";
    }

    public static void Recevoir(Visite v, Reponse reponse)
    {
        if (reponse.Valeur is ReferentAffecte { ConseillerId: { } id })
        {
            v.Consigner(d => d with { ReferentId = id });
            v.Constater("contrat.referent", "Référent unique désigné.", "Code du travail, art. L5411-6 II");
            return;
        }

        v.Constater(
            "contrat.referent-refuse",
            "Demande de devenir référent refusée : seul un conseiller du territoire, hors encadrement, peut le devenir.",
            "Code du travail, art. L5411-6 II",
            TonFait.Information);
        Demander(v, "Le contrat d’engagement nomme un référent : un conseiller du territoire, hors encadrement.");
    }
}
