using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.Inscription;

/// <summary>Registers the person with France Travail (Code du travail, art. L5411-1, R5411-2) and gives her rights and duties (R5411-4).</summary>
internal sealed class InscriptionEtape : IEtape
{
    private const string Attendu = "Enregistrement par France Travail";
    private const string SansReponse = "sans-reponse";
    public const string Verifier = "verifier-inscription";
    private const string Renvoyer = "renvoyer";

    /// <summary>Registration done, rights and duties (art. R5411-4). Data: <c>identifiant</c>.</summary>
    private static readonly ModeleCourrier Courrier = new("inscription", "inscription, droits et devoirs", "identifiant")
    {
        AvantReferent = true,
        Apercu = _ => new Dictionary<string, string> { ["identifiant"] = "1234567A" },
        Droit = d => new Dictionary<string, string>
        {
            ["adresse"] = Francais.Dans(d.Loi.Inscription.ChangementAdresse.Duree),
            ["baseAdresse"] = Article.CiterAuLong(d.Loi.Inscription.ChangementAdresse.Articles),
            // Who has the RSA and waits for her contract is exempt of it (art. R5411-7): she tells whoever pays.
            ["baseChangements"] = d.Personne.ARsa ? "" : Article.CiterAuLong(d.Loi.Inscription.AutresChangements),
            ["baseRenouvellement"] = Article.CiterAuLong(d.Loi.Inscription.Renouvellement),
            ["baseOrientation"] = Article.CiterAuLong(d.Loi.Orientation.Reorientation),
            ["baseDonnees"] = Article.CiterAuLong(d.Loi.Information.DroitsSurLesDonnees),
            ["reclamation"] = d.Loi.Information.Reclamation,
            ["conservation"] = $"{Francais.EnLettres(d.Loi.Information.AnneesConservation)} ans",
            ["articles"] = Article.CiterAuLong([d.Loi.Inscription.InformationDroits, d.Loi.Contrat.ReferentUnique]),
        },
    };

    public DefinitionEtape Definition => InscriptionDefinition.Valeur;

    public void Entrer(Visite v)
    {
        v.Consigner(d => d with { InscritLe = v.Aujourdhui });
        v.Constater(
            "inscription.demande",
            "Inscription demandée.",
            v.Droit.Inscription.Demande.Citation);
        var echeance = v.Echeance(
            v.Delai(SansReponse, () => v.Parametres.Duree(InscriptionDefinition.DelaiReponse).Echeance(v.Aujourdhui, v.Calendrier)),
            "Réponse attendue de France Travail");
        v.Attendre(Attendu, echeance);
        v.Programmer(SansReponse, echeance.Fin);
        Inscrire(v);
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        if (acte.Geste == Renvoyer)
        {
            v.Retenir(new InscriptionMemoire(v.Memoire<InscriptionMemoire>().Tentative + 1));
            v.Constater("inscription.renvoi", "Demande d’inscription renvoyée à France Travail.");
            Inscrire(v);
            return "La demande est renvoyée à France Travail.";
        }

        v.Constater("inscription.poursuite", "Le parcours se poursuit sans attendre l’enregistrement par France Travail.", ton: TonFait.Information);
        v.Sortir(InscriptionDefinition.Inscrite);
        return "Le parcours se poursuit.";
    }

    public void SurAlarme(Visite v, string objet)
    {
        v.Constater("inscription.sans-reponse", "France Travail n’a pas encore répondu à la demande d’inscription.", ton: TonFait.Alerte);
        DemanderVerification(v, "Sans réponse de France Travail", peutRenvoyer: false);
    }

    public void SurReponse(Visite v, Demande demande, Reponse reponse)
    {
        if (FranceTravailServices.Inscrire.Lire(demande, reponse) is { } faite)
        {
            Enregistrer(v, faite);
            v.Sortir(InscriptionDefinition.Inscrite);
        }
        else if (reponse.Refus is { } refus && demande.Activite == FranceTravailServices.Inscrire.Activite)
        {
            v.Constater("inscription.refus", "France Travail n’a pas accepté la demande d’inscription.", refus, TonFait.Alerte);
            DemanderVerification(v, "Demande refusée par France Travail", peutRenvoyer: true);
        }
    }

    public void SurReponseTardive(Visite v, Demande demande, Reponse reponse)
    {
        if (FranceTravailServices.Inscrire.Lire(demande, reponse) is { } faite && v.Dossier.IdentifiantFranceTravail is null)
        {
            Enregistrer(v, faite);
        }
    }

    private static void Inscrire(Visite v)
    {
        v.Demander(
            $"inscription-{v.Memoire<InscriptionMemoire>().Tentative}",
            FranceTravailServices.Inscrire,
            new InscriptionDemandee { Territoire = v.Territoire });
    }

    private static void Enregistrer(Visite v, InscriptionFaite faite)
    {
        v.Consigner(d => d with { IdentifiantFranceTravail = faite.Identifiant });
        v.Constater(
            "inscription.faite",
            "Inscription enregistrée par France Travail ; l’information sur les droits et les devoirs est envoyée à la personne.",
            Article.Citer(v.Droit.Inscription.Portes, v.Droit.Inscription.InformationDroits));
        v.Ecrire("inscription", Courrier, new() { ["identifiant"] = faite.Identifiant });
    }

    private static void DemanderVerification(Visite v, string motif, bool peutRenvoyer)
    {
        v.Annuler(Verifier);
        var jour = Rythme.PriseEnCharge.Echeance(v.Aujourdhui, v.Calendrier);
        v.Ouvrir(new NouvelleTache
        {
            Nature = Verifier,
            Libelle = "vérifier l’inscription auprès de France Travail",
            Responsable = v.Referent(),
            Echeance = v.Echeance(jour, motif),
            Gestes =
            [
                .. peutRenvoyer ? [new Geste { Code = Renvoyer, Libelle = "Renvoyer la demande", Principal = true }] : Array.Empty<Geste>(),
                new Geste { Code = "poursuivre", Libelle = "Poursuivre sans attendre", Principal = !peutRenvoyer },
            ],
            Rappels = [v.Matin(jour)],
            EscaladeLe = v.Calendrier.FinDuJour(jour),
        });
    }
}
