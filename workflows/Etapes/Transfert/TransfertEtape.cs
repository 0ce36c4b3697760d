using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.Transfert;

/// <summary>
/// A move is a transfer, never a closing (Code du travail, art. R5312-47 2°). Where the same people and authorities serve the new commune, the
/// dossier follows by itself; elsewhere who accompanies hands it over, and who takes it gets in touch. Until then the journey stays where it is:
/// nobody is between two.
/// </summary>
internal sealed class TransfertEtape : IEtape
{
    public const string Transmettre = "transmettre-dossier";
    public const string Accueillir = "accueillir-transfert";
    private const string Maintenir = "maintenir";
    private const string Transferer = "transferer";
    private const string Suivi = "suivi";
    private const string Raison = "raison";
    private const string Attendu = "Transfert du dossier";

    public DefinitionEtape Definition => TransfertDefinition.Valeur;

    public void Entrer(Visite v)
    {
        var dit = v.Ouverture;
        var vers = new TransfertMemoire { Commune = dit["commune"], Territoire = dit.GetValueOrDefault("territoire"), ConnuLe = LocalDatePattern.Iso.Parse(dit["connuLe"]).Value };
        v.Retenir(vers);
        if (vers.Commune == v.Commune)
        {
            v.Sortir(TransfertDefinition.Tranche);
        }
        else if (vers.Territoire == v.Territoire && !ChangeDAutorite(v, vers))
        {
            v.Constater("transfert.sur-place", $"Nouvelle commune : {Nom(v, vers.Commune)}. Le territoire et les organismes restent les mêmes.", ton: TonFait.Information);
            v.Consigner(d => d with { Lieu = new(vers.Commune, v.Territoire) });
            Finir(v);
        }
        else
        {
            DemanderLeTransfert(v, vers);
        }
    }

    public string? Refuser(VueParcours vue, TacheParcours tache, Acte acte)
    {
        var vers = vue.Memoire<TransfertMemoire>();
        return acte.Geste == Transferer && vue.Dossier.Organisme is { } organisme && !vue.Referents.Existe(vers.Territoire!, organisme, vue.AutoriteDe(organisme, vers.Commune))
            ? $"Aucun conseiller n’est connu là-bas pour un accompagnement {Libelles.Par(organisme, vue.Executif(vers.Commune))} : le dossier reste ici tant que quelqu’un ne peut pas le prendre."
            : null;
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        if (tache.Nature == Accueillir)
        {
            v.Constater("transfert.accueil", "Contact pris avec la personne après le transfert de son dossier.");
            v.Consigner(d => d with { AccueilDuLe = null });
            v.Sortir(TransfertDefinition.Tranche);
            return "C’est noté.";
        }

        var saisie = new Saisie(acte);
        return acte.Geste == Transferer ? FaireSuivre(v, saisie.Texte(Suivi)) : Garder(v, saisie.Texte(Raison)!);
    }

    /// <summary>She says another commune still: what was asked for the last one is asked no more.</summary>
    public void SurAnnonce(Visite v, string annonce)
    {
        if (annonce == Annonces.CommuneChangee)
        {
            v.Sortir(TransfertDefinition.Tranche);
        }
    }

    private static void DemanderLeTransfert(Visite v, TransfertMemoire vers)
    {
        var nom = Nom(v, vers.Commune);
        v.Constater("transfert.demande", $"Changement de commune : {nom}. Le dossier est à transmettre.", ton: TonFait.Alerte);
        var echeance = Attendre(v, $"Changement de commune connu le {Francais.Date(vers.ConnuLe)}");
        v.Ouvrir(new NouvelleTache
        {
            Nature = Transmettre,
            Libelle = "transmettre le dossier après un changement de commune",
            Precision = vers.Territoire is null
                ? $"Nouvelle commune : {nom}. Aucun territoire de ce service ne la couvre : convenez de la suite avec la personne et l’agence France Travail de sa commune."
                : $"Nouvelle commune : {nom}. Rien n’est clos : le contrat et les délais continuent là-bas.",
            Responsable = v.Referent(),
            Echeance = echeance,
            Gestes = Gestes(vers),
            Rappels = [v.Matin(echeance.Jour)],
            EscaladeLe = Escalade(v, echeance),
        });
    }

    private static IReadOnlyList<Geste> Gestes(TransfertMemoire vers)
    {
        var ici = new Geste
        {
            Code = Maintenir,
            Libelle = "Continuer ici",
            Principal = vers.Territoire is null,
            Champs = [new Champ { Nom = Raison, Libelle = "Pourquoi", Type = TypeChamp.Texte, Obligatoire = true, Aide = "Par exemple : déménagement de quelques semaines, erreur dans les données." }],
        };
        var ailleurs = new Geste
        {
            Code = Transferer,
            Libelle = "Transmettre",
            Principal = true,
            Champs = [new Champ { Nom = Suivi, Libelle = "À dire au prochain référent", Type = TypeChamp.Texte, Aide = "Ce qui est utile à la suite, sans détail de santé. Ces mots restent dans le dossier." }],
        };
        return vers.Territoire is null ? [ici] : [ailleurs, ici];
    }

    /// <summary>Within the pace at which the service takes things up.</summary>
    private static Echeance Attendre(Visite v, string motif)
    {
        var echeance = v.Echeance(Rythme.PriseEnCharge.Echeance(v.Aujourdhui, v.Calendrier), motif);
        v.Attendre(Attendu, echeance);
        return echeance;
    }

    private static Instant Escalade(VueParcours v, Echeance echeance) => v.Calendrier.FinDuJour(Rythme.Escalade.Terme(echeance.Jour));

    private static string Garder(Visite v, string raison)
    {
        v.Constater("transfert.maintenu", $"Nouvelle commune, {Nom(v, v.Memoire<TransfertMemoire>().Commune)} : l’accompagnement continue ici.", donnees: new Dictionary<string, string> { [Raison] = raison });
        Finir(v);
        return "C’est noté : le dossier reste ici.";
    }

    private static string FaireSuivre(Visite v, string? suivi)
    {
        var (vers, organisme, avant, quitte) = (v.Memoire<TransfertMemoire>(), v.Dossier.Organisme, v.AutoriteRsa?.DuNom, (v.Territoire, Nom: NomOrganisme(v)));
        var (nom, memesGens) = (Nom(v, vers.Commune), vers.Territoire == v.Territoire && v.AutoriteDe(organisme, vers.Commune) == v.AutoriteDe(organisme));
        v.Consigner(d => d with { Lieu = new LieuDeVie(vers.Commune, vers.Territoire!) });
        var referent = organisme is not { } connu ? null : memesGens ? v.Dossier.ReferentId : v.Referents.MoinsCharge(v.Territoire, connu, v.AutoriteDe(connu));
        var autreOrganisme = organisme is not null && EstUnAutre(organisme.Value, quitte, (v.Territoire, NomOrganisme(v)));
        v.Consigner(d => d with { ReferentId = referent, AutreOrganisme = d.AutreOrganisme || autreOrganisme });
        v.Constater(
            "transfert.fait",
            $"Dossier transféré. Nouvelle commune : {nom}{(organisme is { } o ? $" ; accompagnement {v.Par(o)}" : "")}. {Suite(v.Dossier, autreOrganisme)}",
            v.Droit.Inscription.Transfert.Citation,
            donnees: suivi is null ? null : new Dictionary<string, string> { [Suivi] = suivi });

        // The right is transferred in: the authority of the place has its delay from the day on which it learns that, with the dossier.
        var autre = v.Situation.Rsa && v.AutoriteRsa is { } autorite && autorite.DuNom != avant ? autorite : null;
        if (autre is not null && v.Situation.DroitRsaConnuLe is not null)
        {
            v.Apprendre(p => p with { DroitRsaConnuLe = v.Aujourdhui });
        }

        // Where no day is known on which the right was, no delay has begun, and none is promised.
        var avantLe = autre is not null && v.Situation.DroitRsaConnuLe is { } depuis
            ? v.DroitDu(depuis).Orientation.DelaiRsa.Echeance(depuis, v.Calendrier)
            : (LocalDate?)null;
        var aReprendre = autreOrganisme && v.Dossier.OrienteeLe is not null;
        var decide = autre ?? (aReprendre && v.Competence(NatureActe.Orientation, p => p) is ReponseCompetence.Competente { Autorite: var la } ? la : null);
        v.Ecrire("transfert", TransfertCourriers.Transfert, Lettre(v, nom, decide, avantLe, memesGens, autreOrganisme));
        v.Annoncer(Annonces.DossierTransfere);
        if (aReprendre || (autre is not null && v.Dossier.OrienteeLe is not null))
        {
            v.Annoncer(Annonces.OrientationAReprendre);
        }

        if (!memesGens)
        {
            v.Annoncer(Annonces.AccueilTransfere);
            v.Consigner(d => d with { AccueilDuLe = v.Aujourdhui });
        }

        Finir(v);
        return "Le dossier est transféré ; la personne en est avertie.";
    }

    /// <summary>Nobody is between two: who took the dossier over takes contact first, also when she moves again meanwhile.</summary>
    private static void Finir(Visite v)
    {
        if (v.Dossier.AccueilDuLe is not { } depuis)
        {
            v.Sortir(TransfertDefinition.Tranche);
            return;
        }

        var echeance = Attendre(v, $"Dossier transféré le {Francais.Date(depuis)}");
        v.Ouvrir(new NouvelleTache
        {
            Nature = Accueillir,
            Libelle = "prendre contact avec la personne dont le dossier est transféré",
            Responsable = v.Referent(),
            Echeance = echeance,
            Gestes = [new Geste { Code = "contact", Libelle = "Contact pris", Principal = true }],
            Rappels = [v.Matin(echeance.Jour)],
            EscaladeLe = Escalade(v, echeance),
        });
    }

    private static Dictionary<string, string> Lettre(VueParcours v, string commune, Autorite? decide, LocalDate? avantLe, bool memesGens, bool autreOrganisme)
    {
        var donnees = new Dictionary<string, string> { ["commune"] = commune };
        if (v.Dossier.Organisme is { } organisme)
        {
            donnees["organisme"] = v.Nom(organisme);
        }

        if (decide is not null)
        {
            donnees["decideur"] = decide.Decideur.ToString();
        }

        if (avantLe is { } dernier)
        {
            donnees["avantLe"] = LocalDatePattern.Iso.Format(dernier);
        }

        if (memesGens)
        {
            donnees["memesGens"] = "oui";
        }

        if (autreOrganisme)
        {
            donnees["autreOrganisme"] = "oui";
        }

        return donnees;
    }

    /// <summary>In one territory there may be two executives: a département and a métropole.</summary>
    private static bool ChangeDAutorite(VueParcours v, TransfertMemoire vers) =>
        v.Executif(vers.Commune)?.Titre != v.Executif(v.Commune)?.Titre
        && (v.Situation.Rsa || v.AutoriteDe(v.Dossier.Organisme, vers.Commune) != v.AutoriteDe(v.Dossier.Organisme));

    private static string Suite(DossierParcours dossier, bool autreOrganisme) => (autreOrganisme, dossier.ContratEnVigueur) switch
    {
        (false, _) => "Ce qui est convenu et les délais continuent.",
        (true, null) => "Un contrat est à signer avec cet organisme.",
        _ => "Un contrat est à signer avec cet organisme ; celui d’avant continue jusque-là.",
    };

    /// <summary>France Travail is one body; a département or métropole has its name; of the others there is one a territory.</summary>
    internal static bool EstUnAutre(OrganismeReferent organisme, (string Territoire, string? Nom) quitte, (string Territoire, string? Nom) rejoint) => organisme switch
    {
        OrganismeReferent.FranceTravail => false,
        OrganismeReferent.ConseilDepartemental => quitte.Nom != rejoint.Nom,
        _ => quitte.Territoire != rejoint.Territoire,
    };

    private static string? NomOrganisme(VueParcours v) => v.Dossier.Organisme is { } organisme ? v.Nom(organisme) : null;

    private static string Nom(VueParcours v, string commune) => CodeGeographique.Trouver(commune, v.Aujourdhui)?.Commune.Nom ?? commune;
}
