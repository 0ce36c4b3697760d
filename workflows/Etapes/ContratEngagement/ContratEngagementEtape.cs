using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;
using static FranceTravail.Parcours.Workflows.Etapes.ContratEngagement.ContratEngagementTaches;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>
/// The contrat d'engagement, drafted together and signed by both within one month of the notified orientation (Code du travail,
/// art. D5411-14-1), counted from its receipt.
/// </summary>
internal sealed class ContratEngagementEtape : IEtape
{
    private const string Attendu = "Signature du contrat";
    private const string Limite = "limite";

    public DefinitionEtape Definition => ContratEngagementDefinition.Valeur;

    public void Entrer(Visite v)
    {
        var cause = v.Dossier.CauseContrat;
        v.Retenir(new ContratEngagementMemoire { Cause = cause, Depuis = v.Aujourdhui, RecueLe = cause is CauseContrat.Revision ? null : v.Dossier.OrientationRecueLe });
        var echeance = Guetter(v);
        v.Ouvrir(ARediger(v, echeance, cause is CauseContrat.Revision ? "Contrat à réviser à la suite de la revue." : null));
        ReferentADesigner.Demander(v);
    }

    /// <summary>
    /// The receipt of the orientation is known now: the month of the law runs from it, whatever was shown meanwhile. Another orientation is decided: what
    /// ran from the one before runs no more.
    /// </summary>
    public void SurAnnonce(Visite v, string annonce)
    {
        var memoire = v.Memoire<ContratEngagementMemoire>();
        if (annonce == Annonces.OrientationDecidee && v.Dossier.CauseContrat is not CauseContrat.Revision)
        {
            memoire = new ContratEngagementMemoire { Cause = v.Dossier.CauseContrat, Depuis = v.Aujourdhui };
        }
        else if (annonce == Annonces.OrientationRecue && memoire.AttendLaReception())
        {
            memoire = memoire with { RecueLe = v.Dossier.OrientationRecueLe };
        }
        else
        {
            return;
        }

        v.Retenir(memoire);
        var echeance = Guetter(v);
        v.Reporter(ARediger(v, echeance, null));
        if (v.Dossier.Contrat is { Statut: StatutContrat.Propose } contrat)
        {
            Garder(v, contrat with { ASignerAvantLe = echeance.Jour });
            v.Reporter(PourLaPersonne(v, echeance, contrat));
            v.Reporter(PourLeConseiller(v, echeance, contrat));
        }
    }

    /// <summary>What was proposed and not signed is proposed no more.</summary>
    public void SurCloture(Visite v)
    {
        if (v.Dossier.Contrat is { Statut: StatutContrat.Propose } contrat)
        {
            Garder(v, contrat with { Statut = StatutContrat.Remplace });
        }
    }

    public string? Refuser(VueParcours vue, TacheParcours tache, Acte acte)
    {
        if (acte.Geste != Proposition)
        {
            return null;
        }

        var saisie = new Saisie(acte);
        var heures = CatalogueActions.Activites.Sum(a => saisie.Heures(PrefixeHeures + a.Code));
        return ReferentADesigner.Refuser(vue) ?? ReglesHeures.Refuser(vue.Droit.Contrat, heures, saisie.Choix<MotifHeures>(Motif), saisie.EstOui(DemandePersonne));
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte) => acte.Geste switch
    {
        _ when tache.Nature == ReferentADesigner.Nature => ReferentADesigner.Prendre(v, acte.Acteur),
        Proposition => Proposer(v, acte),
        Signature => Signer(v, tache),
        _ => Reprendre(v, acte),
    };

    public void SurAlarme(Visite v, string objet)
    {
        if (v.Memoire<ContratEngagementMemoire>().AttendLaReception())
        {
            // Nothing is late.
            v.Constater("contrat.attente", "Contrat d’engagement pas encore signé ; la réception de l’orientation n’est pas connue, et le délai de la loi n’a pas commencé.", ton: TonFait.Alerte);
            return;
        }

        var echeance = Echeance(v);
        v.Constater("contrat.delai", "Échéance dépassée — contrat d’engagement non signé.", echeance.BaseLegale is null ? echeance.Motif : $"{echeance.Motif} · {echeance.BaseLegale}", TonFait.EcheanceDepassee);
    }

    private static Echeance Echeance(VueParcours v)
    {
        var memoire = v.Memoire<ContratEngagementMemoire>();
        var depuis = memoire.RecueLe ?? memoire.Depuis!.Value;
        var loi = memoire.Cause.Delai(v.DroitDu(depuis).Contrat);
        var delai = loi?.Duree ?? v.ParametresDu(depuis).Duree(ContratEngagementDefinition.DelaiSignature);
        var motif = memoire switch
        {
            { Cause: CauseContrat.Revision } => $"la révision décidée le {Francais.Date(depuis)}",
            { RecueLe: null } => $"le {Francais.Date(depuis)} ; la réception de l’orientation n’est pas encore connue",
            _ => $"l’orientation notifiée le {Francais.Date(depuis)}",
        };
        return v.Echeance(
            v.Delai($"{Limite}-{LocalDatePattern.Iso.Format(depuis)}", () => loi?.Echeance(depuis, v.Calendrier) ?? delai.Echeance(depuis, v.Calendrier)),
            $"{Francais.Majuscule(Francais.Duree(delai))} depuis {motif}",
            memoire.RecueLe is null ? null : loi?.Base);
    }

    private static Echeance Guetter(Visite v)
    {
        var echeance = Echeance(v);
        v.Attendre(Attendu, echeance);
        v.Programmer(Limite, echeance.Fin);
        v.Preciser($"attendu le {Francais.DateCourte(echeance.Jour)}");
        return echeance;
    }

    private static string Proposer(Visite v, Acte acte)
    {
        var (echeance, memoire) = (Echeance(v), v.Memoire<ContratEngagementMemoire>());
        var contrat = Contrats.Etablir(v, acte, echeance.Jour);
        Garder(v, contrat);
        v.Constater("contrat.propose", $"Contrat d’engagement proposé — {Francais.Minuscule(Resume(contrat))}", Article.Citer(v.Droit.Contrat.Contenu));
        v.Ecrire($"contrat-{contrat.Version}", ContratEngagementCourriers.ASigner, Contrats.Donnees(contrat, memoire.Cause, v.Dossier.TypeParcours!.Value, memoire.RecueLe, enRetard: echeance.Fin <= v.Maintenant && !memoire.AttendLaReception()));
        v.Ouvrir(PourLaPersonne(v, echeance, contrat));
        v.Ouvrir(PourLeConseiller(v, echeance, contrat));
        return "Le contrat est proposé : il attend les deux signatures.";
    }

    private static string Signer(Visite v, TacheParcours tache)
    {
        var parPersonne = tache.Nature == SignerPersonne;
        var contrat = parPersonne
            ? v.Dossier.Contrat! with { SigneParPersonneLe = v.Maintenant }
            : v.Dossier.Contrat! with { SigneParConseillerLe = v.Maintenant };
        v.Constater("contrat.signature", $"Contrat d’engagement signé {(parPersonne ? "par la personne" : v.EnRemplacement ? "pour l’organisme référent" : "par le référent")}.", v.Droit.Contrat.Signature.Citation);
        if (contrat is not { SigneParPersonneLe: not null, SigneParConseillerLe: not null })
        {
            Garder(v, contrat);
            return parPersonne ? "Votre signature est enregistrée ; celle de votre référent est attendue." : "Votre signature est enregistrée ; celle de la personne est attendue.";
        }

        var signe = contrat with { Statut = StatutContrat.Signe };
        if (v.Dossier.ContratEnVigueur is { } ancien)
        {
            v.Projeter(ancien with { Statut = StatutContrat.Remplace });
        }

        Garder(v, signe);
        v.Consigner(d => d with { ContratEnVigueur = signe, CauseContrat = CauseContrat.Revision, RevueDepuisLe = v.Aujourdhui });
        v.Constater("contrat.signe", $"Contrat d’engagement signé des deux côtés{Avance(v)}.", v.Droit.Contrat.Signature.Citation);
        v.Ecrire($"contrat-signe-{signe.Version}", ContratEngagementCourriers.Signe, Contrats.Donnees(signe, v.Memoire<ContratEngagementMemoire>().Cause, v.Dossier.TypeParcours!.Value));
        v.Preciser(null);
        v.Annoncer(Annonces.ContratSigne);
        v.Sortir(ContratEngagementDefinition.Signe);
        return "Le contrat est signé des deux côtés.";
    }

    private static string Reprendre(Visite v, Acte acte)
    {
        var parPersonne = acte.Geste == Modification;
        Garder(v, v.Dossier.Contrat! with { Statut = StatutContrat.Remplace });
        v.Annuler(SignerPersonne);
        v.Annuler(SignerConseiller);
        v.Constater(
            "contrat.modification",
            parPersonne ? "La personne demande une modification du contrat proposé." : v.EnRemplacement ? "La proposition de contrat est reprise." : "Le référent reprend la proposition de contrat.",
            donnees: new Saisie(acte).Texte(Raison) is { } raison ? new Dictionary<string, string> { [Raison] = raison } : null);
        v.Ouvrir(ARediger(v, Echeance(v), parPersonne ? "La personne a demandé une modification." : null));
        return parPersonne ? "Votre demande est transmise à votre référent." : "La proposition est à reprendre.";
    }

    private static void Garder(Visite v, ContratProjete contrat)
    {
        v.Consigner(d => d with { Contrat = contrat });
        v.Projeter(contrat);
    }

    private static string Avance(Visite v) => Period.DaysBetween(v.Aujourdhui, Echeance(v).Jour) switch
    {
        > 1 and var jours => $", {jours} jours avant l’échéance",
        1 => ", la veille de l’échéance",
        0 => ", le jour de l’échéance",
        -1 => ", un jour après l’échéance",
        var jours => $", {-jours} jours après l’échéance",
    };
}
