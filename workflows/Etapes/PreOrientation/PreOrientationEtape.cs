using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Partenaires;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>
/// Proposes a journey from the legal criteria, has it decided, names the référent, and notifies. The computation is advisory
/// and explained; a counsellor decides whenever it is not clear, and at every réorientation.
/// </summary>
internal sealed class PreOrientationEtape : IEtape
{
    private const string Attendu = "Orientation";
    private const string Limite = "limite";

    public DefinitionEtape Definition => PreOrientationDefinition.Valeur;

    public void Entrer(Visite v)
    {
        var proposition = PropositionOrientation.Calculer(v.Situation);
        var echeance = Echeance(v);
        v.Attendre(Attendu, echeance);
        v.Programmer(Limite, echeance.Fin);

        if (v.Dossier.ReorientationVers is { } vers)
        {
            v.Ouvrir(PreOrientationTaches.Decision(v, vers, v.Dossier.Organisme ?? proposition.Organisme, $"Réorientation demandée vers le parcours {Libelles.De(vers)}.", echeance));
            return;
        }

        // The social journey puts the search for a job aside for a time: a person always decides that.
        var clair = proposition.Parcours != TypeParcours.Social && proposition.Ecart >= v.Parametres.Entier(PreOrientationDefinition.SeuilClarte);
        v.Constater("pre-orientation.proposition", $"Proposition d’orientation, à titre d’aide — {proposition.Resume}.", "Code du travail, art. L5411-5-1 III", TonFait.Information, proposition.Donnees());
        if (clair && v.Parametres.Texte(PreOrientationDefinition.Validation) == PreOrientationDefinition.ValiderSiIncertain)
        {
            Decider(v, proposition.Parcours, proposition.Organisme, raison: null);
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
            Recevoir(v, saisie.Date(PreOrientationTaches.RecueLe)!.Value, preuve: null);
            return "La réception est enregistrée.";
        }

        var proposition = PropositionOrientation.Calculer(v.Situation);
        var (parcours, organisme) = (
            saisie.Choix<TypeParcours>(PreOrientationTaches.ParcoursChoisi) ?? v.Dossier.ReorientationVers ?? proposition.Parcours,
            saisie.Choix<OrganismeReferent>(PreOrientationTaches.OrganismeChoisi) ?? (v.Dossier.ReorientationVers is null ? null : v.Dossier.Organisme) ?? proposition.Organisme);
        Decider(v, parcours, organisme, saisie.Texte(PreOrientationTaches.Raison));
        return $"Orientation décidée : parcours {Libelles.De(parcours)}. La notification part.";
    }

    public void SurAlarme(Visite v, string objet)
    {
        if (v.Memoire<PreOrientationMemoire>().Decidee)
        {
            v.Constater("pre-orientation.attente", "Orientation décidée, notification encore sans preuve de réception.", "Code du travail, art. R5411-8-1", TonFait.Alerte);
            return;
        }

        v.Constater(
            "pre-orientation.delai",
            v.Situation.Rsa
                ? "Échéance dépassée — orientation non décidée : France Travail oriente à la place du département."
                : "Échéance dépassée — orientation non décidée.",
            v.Situation.Rsa ? "Code de l’action sociale et des familles, art. D262-65-2" : null,
            TonFait.EcheanceDepassee);
    }

    public void SurReponse(Visite v, Demande demande, Reponse reponse)
    {
        switch (demande, reponse.Valeur)
        {
            case (AffectationDemandee, var valeur):
                var referent = (valeur as ReferentAffecte)?.ConseillerId;
                v.Consigner(d => d with { ReferentId = referent });
                v.Constater(
                    "pre-orientation.referent",
                    referent is null ? "Aucun référent n’est disponible : le dossier reste dans la file du territoire." : "Référent unique désigné.",
                    "Code du travail, art. L5411-6 II",
                    referent is null ? TonFait.Alerte : TonFait.Normal);
                v.Retenir(v.Memoire<PreOrientationMemoire>() with { ReferentAttendu = false });
                break;
            case (EnvoiCourrier { Modele: ModelesCourrier.Orientation }, CourrierEnvoye { RecuLe: { } recuLe, Preuve: var preuve }):
                Recevoir(v, v.Calendrier.Jour(recuLe), preuve);
                break;
            case (EnvoiCourrier { Modele: ModelesCourrier.Orientation }, _):
                v.Ouvrir(PreOrientationTaches.PreuveReception(v));
                break;
            case (OrientationTransmise, _) when reponse.Refus is { } refus:
                v.Constater("pre-orientation.refus", "France Travail n’a pas pris en compte l’orientation transmise.", refus, TonFait.Alerte);
                break;
        }

        SortirSiComplet(v);
    }

    private static Echeance Echeance(Visite v)
    {
        var depuis = v.Dossier.ReorientationVers is null ? v.Dossier.InscritLe ?? v.Aujourdhui : v.Aujourdhui;
        var delai = v.Parametres.Duree(v.Situation.Rsa ? PreOrientationDefinition.DelaiRsa : PreOrientationDefinition.Delai);
        var jour = v.Delai(Limite, () => delai.Terme(depuis));
        return v.Situation.Rsa
            ? v.Echeance(jour, $"Orientation d’une personne au RSA, depuis le {Francais.Date(depuis)}", "Code de l’action sociale et des familles, art. D262-65-2")
            : v.Echeance(jour, $"Orientation, depuis le {Francais.Date(depuis)}");
    }

    private static void Decider(Visite v, TypeParcours parcours, OrganismeReferent organisme, string? raison)
    {
        var (proposition, auteur) = (PropositionOrientation.Calculer(v.Situation), v.AgitUnePersonne);
        var changeOrganisme = v.Dossier.ReferentId is null || v.Dossier.Organisme != organisme;
        v.Consigner(d => d with { TypeParcours = parcours, Organisme = organisme, ReorientationVers = null });
        v.Constater(
            "pre-orientation.decision",
            $"Orientation : parcours {Libelles.De(parcours)}, accompagnement {Libelles.Par(organisme)}."
                + (auteur ? " Proposition explicative consultée par le décideur." : " Pré-orientation claire selon les critères légaux ; la personne ou son référent peut la faire revoir à tout moment."),
            $"{(v.Situation.Rsa ? "Décision du président du conseil départemental" : "Décision de France Travail")} · Code du travail, art. L5411-5-1",
            donnees: raison is null ? null : new Dictionary<string, string> { ["raison"] = raison });
        v.Retenir(new PreOrientationMemoire { Decidee = true, ReferentAttendu = changeOrganisme, ReceptionAttendue = true });
        if (changeOrganisme)
        {
            v.Demander(new AffectationDemandee { Cle = v.Cle("referent"), DossierId = v.DossierId, NoeudId = v.Noeud.Id, Objet = "referent", Territoire = v.Territoire, Organisme = organisme });
        }

        v.Demander(new OrientationTransmise { Cle = v.Cle("orientation"), DossierId = v.DossierId, NoeudId = v.Noeud.Id, Objet = "orientation", Parcours = parcours, Organisme = organisme });
        v.Ecrire(
            "notification",
            ModelesCourrier.Orientation,
            new()
            {
                ["parcours"] = Libelles.De(parcours),
                ["organisme"] = Libelles.De(organisme),
                ["motifs"] = string.Join('\n', proposition.Motifs.Select(Francais.Composer)),
                ["algorithme"] = "oui",
            },
            CanalCourrier.DateCertaine);
    }

    private static void Recevoir(Visite v, LocalDate jour, string? preuve)
    {
        v.Consigner(d => d with { OrientationRecueLe = jour });
        v.Constater(
            "pre-orientation.notification",
            $"Orientation notifiée, reçue le {Francais.Date(jour)}.",
            preuve is null ? "Code du travail, art. R5411-8-1" : $"Preuve n° {preuve} · Code du travail, art. R5411-8-1");
        v.Retenir(v.Memoire<PreOrientationMemoire>() with { ReceptionAttendue = false });
        SortirSiComplet(v);
    }

    private static void SortirSiComplet(Visite v)
    {
        if (v.Memoire<PreOrientationMemoire>() is { Decidee: true, ReferentAttendu: false, ReceptionAttendue: false })
        {
            v.Sortir(v.Dossier.TypeParcours!.Value.ToString());
        }
    }
}
