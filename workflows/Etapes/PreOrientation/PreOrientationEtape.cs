using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>
/// Proposes a journey from the legal criteria, has it decided, names the référent, and notifies. The computation is advisory
/// and explained; a counsellor decides whenever it is not clear, and at every réorientation.
/// </summary>
internal sealed class PreOrientationEtape : IEtape
{
    public DefinitionEtape Definition => PreOrientationDefinition.Valeur;

    public void Entrer(Visite v)
    {
        var proposition = PropositionOrientation.Calculer(v.Situation, v.Droit.Orientation.Grille);
        var echeance = DelaisOrientation.Attendre(v);
        if (v.Dossier.ReorientationVers is { } vers)
        {
            v.Ouvrir(PreOrientationTaches.Decision(v, vers, v.Dossier.Organisme ?? proposition.Organisme, $"Réorientation demandée vers le parcours {Libelles.De(vers)}.", echeance));
            return;
        }

        // The social journey puts the search for a job aside for a time: a person always decides that.
        var clair = proposition.Parcours != TypeParcours.Social && proposition.Ecart >= v.Parametres.Entier(PreOrientationDefinition.SeuilClarte);
        v.Constater("pre-orientation.proposition", $"Proposition d’orientation, à titre d’aide — {proposition.Resume}.", v.Droit.Orientation.Criteres.Citation, TonFait.Information, proposition.Donnees());
        if (clair && v.Parametres.Texte(PreOrientationDefinition.Validation) == PreOrientationDefinition.ValiderSiIncertain)
        {
            OrientationDecidee.Decider(v, proposition.Parcours, proposition.Organisme, raison: null);
            return;
        }

        v.Ouvrir(PreOrientationTaches.Decision(v, proposition.Parcours, proposition.Organisme, $"Proposition — {proposition.Resume}. {string.Join(" ; ", proposition.Motifs)}.", echeance));
    }

    public string? Refuser(VueParcours vue, TacheParcours tache, Acte acte) =>
        tache.Nature == PreOrientationTaches.Reception && new Saisie(acte).Date(PreOrientationTaches.RecueLe) > vue.Aujourdhui
            ? "La date de réception ne peut pas être à venir."
            : null;

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        var saisie = new Saisie(acte);
        if (tache.Nature == PreOrientationTaches.Reception)
        {
            OrientationDecidee.Recevoir(v, saisie.Date(PreOrientationTaches.RecueLe)!.Value, preuve: null);
            return "La réception est enregistrée.";
        }

        var proposition = PropositionOrientation.Calculer(v.Situation, v.Droit.Orientation.Grille);
        var (parcours, organisme) = (
            saisie.Choix<TypeParcours>(PreOrientationTaches.ParcoursChoisi) ?? v.Dossier.ReorientationVers ?? proposition.Parcours,
            saisie.Choix<OrganismeReferent>(PreOrientationTaches.OrganismeChoisi) ?? (v.Dossier.ReorientationVers is null ? null : v.Dossier.Organisme) ?? proposition.Organisme);
        OrientationDecidee.Decider(v, parcours, organisme, saisie.Texte(PreOrientationTaches.Raison));
        return $"Orientation décidée : parcours {Libelles.De(parcours)}. La notification part.";
    }

    public void SurAlarme(Visite v, string objet)
    {
        if (v.Memoire<PreOrientationMemoire>().Decidee)
        {
            OrientationDecidee.Relancer(v);
        }
        else if (objet == DelaisOrientation.Relais)
        {
            DelaisOrientation.PasserLeRelais(v);
        }
        else
        {
            DelaisOrientation.Depasser(v);
        }
    }

    public void SurReponse(Visite v, Demande demande, Reponse reponse)
    {
        if (demande.Objet != OrientationDecidee.Notification)
        {
            return;
        }

        if (CourriersServices.Envoyer.Lire(demande, reponse) is { RecuLe: { } recuLe } envoye)
        {
            OrientationDecidee.Recevoir(v, v.Calendrier.Jour(recuLe), envoye.Preuve);
        }
        else
        {
            OrientationDecidee.DemanderPreuve(v);
        }

        OrientationDecidee.SortirSiComplet(v);
    }
}
