using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>
/// Proposes a journey by the questions of the logigramme, has it decided by a person who is competent, names the référent, and
/// notifies. The proposal explains itself and decides nothing.
/// </summary>
internal sealed class PreOrientationEtape : IEtape
{
    public DefinitionEtape Definition => PreOrientationDefinition.Valeur;

    public void Entrer(Visite v)
    {
        if (v.Dossier.ReorientationVers is null)
        {
            var proposition = OrientationDecidee.Proposer(v);
            v.Constater("pre-orientation.proposition", $"Proposition d’orientation, à titre d’aide — {proposition.Resume}.", v.Droit.Orientation.Criteres.Citation, TonFait.Information, proposition.Donnees());
        }

        v.Ouvrir(PreOrientationTaches.Decision(v, DelaisOrientation.Attendre(v)));
    }

    public string? Refuser(VueParcours vue, TacheParcours tache, Acte acte) => (tache.Nature, acte.Geste) switch
    {
        (PreOrientationTaches.Reception, _) =>
            new Saisie(acte).Date(PreOrientationTaches.RecueLe) > vue.Aujourdhui ? "La date de réception ne peut pas être à venir." : null,
        (_, PreOrientationTaches.DroitOuvert) =>
            AutoriteOrientation.Refuser(vue, acte.Acteur) ?? DelaisOrientation.RefuserLeJour(vue, new Saisie(acte).Date(PreOrientationTaches.ConnuLe)!.Value),
        _ => AutoriteOrientation.Refuser(vue, acte.Acteur),
    };

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        var saisie = new Saisie(acte);
        if (tache.Nature == PreOrientationTaches.Reception)
        {
            OrientationDecidee.Recevoir(v, saisie.Date(PreOrientationTaches.RecueLe)!.Value, preuve: null);
            return "La réception est enregistrée.";
        }

        if (acte.Geste == PreOrientationTaches.DroitOuvert)
        {
            return DelaisOrientation.ConnaitreLeDroit(v, saisie.Date(PreOrientationTaches.ConnuLe)!.Value);
        }

        var proposition = OrientationDecidee.Proposer(v);
        var (parcours, organisme) = (
            saisie.Choix<TypeParcours>(PreOrientationTaches.ParcoursChoisi) ?? v.Dossier.ReorientationVers ?? proposition.Parcours,
            saisie.Choix<OrganismeReferent>(PreOrientationTaches.OrganismeChoisi) ?? (v.Dossier.ReorientationVers is null ? null : v.Dossier.Organisme) ?? proposition.Organisme);
        OrientationDecidee.Decider(v, acte.Acteur, parcours, organisme, saisie.Texte(PreOrientationTaches.Raison));
        return $"Orientation décidée : parcours {Libelles.De(parcours)}. La notification part.";
    }

    /// <summary>Whose decision it is, and by when, follows from the right to the RSA: what was asked of one authority is asked of the other.</summary>
    public void SurSituation(Visite v)
    {
        if (v.Memoire<PreOrientationMemoire>().Decidee || v.Dossier.ReorientationVers is not null)
        {
            return;
        }

        v.Retenir(v.Memoire<PreOrientationMemoire>() with { Relais = false, DroitSaisi = false });
        v.Deprogrammer(DelaisOrientation.Relais);
        v.Annuler(PreOrientationTaches.Decider);
        v.Ouvrir(PreOrientationTaches.Decision(v, DelaisOrientation.Attendre(v)));
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
