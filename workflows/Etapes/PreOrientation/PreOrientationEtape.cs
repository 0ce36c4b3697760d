using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>
/// Proposes a journey by the questions of the logigramme, and has it decided by a person who is competent. The proposal explains itself
/// and decides nothing; the accompaniment goes on at once, and the decision is notified beside it.
/// </summary>
internal sealed class PreOrientationEtape : IEtape
{
    public DefinitionEtape Definition => PreOrientationDefinition.Valeur;

    public void Entrer(Visite v)
    {
        var proposition = PropositionOrientation.De(v);
        v.Constater("pre-orientation.proposition", $"Proposition d’orientation, à titre d’aide — {proposition.Resume(v)}.", v.Droit.Orientation.Criteres.Citation, TonFait.Information, proposition.Donnees());
        v.Ouvrir(PreOrientationTaches.Decision(v, DelaisOrientation.Attendre(v)));
    }

    public string? Refuser(VueParcours vue, TacheParcours tache, Acte acte) => AutoriteOrientation.Refuser(vue, acte.Acteur)
        ?? (acte.Geste == PreOrientationTaches.DroitOuvert
            ? DelaisOrientation.RefuserLeJour(vue, new Saisie(acte).Date(PreOrientationTaches.ConnuLe)!.Value, new Saisie(acte).EstOui(PreOrientationTaches.DelaiPasse))
            : acte.Geste == PreOrientationTaches.Retenir && !PreOrientationTaches.EstCelleQuiEstMontree(tache, PropositionOrientation.De(vue))
                ? "La proposition n’est plus celle que cette page montre, parce que les règles ont changé : décidez vous-même, avec vos raisons."
                : DecisionOrientation.Refuser(vue, Organisme(vue, acte)));

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        var saisie = new Saisie(acte);
        if (acte.Geste == PreOrientationTaches.DroitOuvert)
        {
            return DelaisOrientation.ConnaitreLeDroit(v, saisie.Date(PreOrientationTaches.ConnuLe)!.Value);
        }

        var proposition = PropositionOrientation.De(v);
        var (avant, autreOrganisme) = (v.Dossier.Organisme, v.Dossier.AutreOrganisme);
        var parcours = saisie.Choix<TypeParcours>(PreOrientationTaches.ParcoursChoisi) ?? proposition.Parcours;
        Decider(v, acte.Acteur, proposition, parcours, Organisme(v, acte), saisie.Texte(PreOrientationTaches.Raison));
        if (avant is not null && (v.Dossier.Organisme != avant || autreOrganisme))
        {
            // Decided anew beside the accompaniment: only another organism changes it.
            v.Annoncer(Annonces.ReorientationDecidee);
        }

        v.Sortir(parcours.ToString());
        return $"Orientation décidée : parcours {Libelles.De(parcours)}. La notification part.";
    }

    /// <summary>In another place the authority is another.</summary>
    public void SurAnnonce(Visite v, string annonce)
    {
        if (annonce == Annonces.DossierTransfere && v.Memoire<PreOrientationMemoire>() is { Relais: true, RelaisDe: { } de } && v.AutoriteRsa?.Nom == de)
        {
            // Its six weeks are over wherever in its place she lives.
            DelaisOrientation.Relayer(v);
        }
        else if (annonce == Annonces.DossierTransfere)
        {
            SurSituation(v);
        }
        else if (annonce == Annonces.ReorientationDecidee)
        {
            // Decided on the person's request by the same authority: nothing is left to decide here.
            v.Sortir(v.Dossier.TypeParcours!.Value.ToString());
        }
    }

    /// <summary>Whose decision it is, and by when, follows from the right to the RSA: what was asked of one authority is asked of the other.</summary>
    public void SurSituation(Visite v)
    {
        if (v.Dossier is { OrienteeLe: not null, TypeParcours: { } parcours, AutreOrganisme: false } && !v.Situation.Rsa)
        {
            // Asked anew for the RSA alone, which ended: the orientation in force stays.
            v.Sortir(parcours.ToString());
            return;
        }

        v.Retenir(v.Memoire<PreOrientationMemoire>() with { Relais = false, DroitSaisi = false });
        v.Deprogrammer(DelaisOrientation.Relais);
        v.Annuler(PreOrientationTaches.Decider);
        v.Ouvrir(PreOrientationTaches.Decision(v, DelaisOrientation.Attendre(v)));
    }

    public void SurAlarme(Visite v, string objet)
    {
        if (objet == DelaisOrientation.Relais)
        {
            DelaisOrientation.PasserLeRelais(v);
        }
        else
        {
            DelaisOrientation.Depasser(v);
        }
    }

    private static OrganismeReferent Organisme(VueParcours v, Acte acte) =>
        new Saisie(acte).Choix<OrganismeReferent>(PreOrientationTaches.OrganismeChoisi) ?? PropositionOrientation.De(v).Organisme;

    private static void Decider(Visite v, Acteur acteur, PropositionOrientation proposition, TypeParcours parcours, OrganismeReferent organisme, string? raison)
    {
        var autorite = (ReponseCompetence.Competente)AutoriteOrientation.De(v);
        var suivie = (parcours, organisme) == (proposition.Parcours, proposition.Organisme);
        new DecisionOrientation
        {
            Code = "pre-orientation.decision",
            Phrase = $"Orientation : parcours {Libelles.De(parcours)}, accompagnement {v.Par(organisme)}. La proposition {(suivie ? "est" : "n’est pas")} suivie.",
            BaseLegale = AutoriteOrientation.Base(v, autorite, acteur),
            Autorite = autorite,
            Articles = AutoriteOrientation.Articles(v, autorite),
            Acteur = acteur,
            Parcours = parcours,
            Organisme = organisme,
            Raison = raison,
            Courrier = OrientationCourriers.Orientation,
            Donnees = OrientationCourriers.Donnees(proposition, suivie),
            Premiere = true,
        }.Rendre(v);
    }
}
