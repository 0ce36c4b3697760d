using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Partenaires.Agenda;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using static FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous.PremierRendezVousTaches;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

/// <summary>
/// The first appointment, within thirty days of the registration: a slot is proposed, the person confirms it or asks for
/// another, is reminded, comes or not. An absence is a fact; nothing is drawn from it before a legitimate reason was looked for.
/// </summary>
internal sealed class PremierRendezVousEtape : IEtape
{
    private const string Attendu = "Premier rendez-vous";
    private const string Approche = "alerte";
    private const string Limite = "limite";

    public DefinitionEtape Definition => PremierRendezVousDefinition.Valeur;

    public void Entrer(Visite v)
    {
        v.PrendreLaVeille();
        var limite = Veiller(v);
        Invitations.Chercher(v, v.Aujourdhui, MomentJournee.Indifferent, limite.Fin);
    }

    /// <summary>The thirty days run from the registration, wherever the journey stands meanwhile.</summary>
    public void VeillerDesInscription(Visite v) => Veiller(v);

    public string? Refuser(VueParcours vue, TacheParcours tache, Acte acte)
    {
        var rdv = vue.Memoire<PremierRendezVousMemoire>().EnCours;
        return (tache.Nature, acte.Geste) switch
        {
            (Confirmer or Venir, _) when rdv is null || rdv.Debut <= vue.Maintenant =>
                "L’heure du rendez-vous est passée : votre référent vous recontactera.",
            (Presence, Absente or NonTenu) when rdv is not null && rdv.Debut > vue.Maintenant =>
                "Le rendez-vous n’a pas encore commencé.",
            (Presence, Reporter or AnnulerNotre) when rdv is not null && rdv.Debut <= vue.Maintenant =>
                "L’heure du rendez-vous est passée : dites s’il a été tenu.",
            (Trouver, Fixer or Convoquer) when Fixe(vue, acte) <= vue.Maintenant =>
                "Le rendez-vous doit être à venir.",
            (Trouver, Fixer or Convoquer) when vue.Calendrier.FermeLe(new Saisie(acte).Date(Jour)!.Value) is { } ferme =>
                $"Ce jour est un {ferme} : choisissez un jour où la personne peut être reçue.",
            (Trouver, Fixer or Convoquer) when LieuxPossibles.Choisi(vue, acte.Valeurs[Ou]) is null =>
                "Ce lieu n’est plus proposé : rechargez la page.",
            _ => null,
        };
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte) => acte.Geste switch
    {
        JeViens => Invitations.Confirmer(v),
        Deplacer => IssueRendezVous.Deplacer(v, new Saisie(acte), Delais(v).Limite),
        Annuler => IssueRendezVous.AnnulerParPersonne(v, tache, new Saisie(acte), Delais(v).Limite),
        Fixer => Invitations.Fixer(v, Fixe(v, acte), acte, StatutRendezVous.Propose),
        Convoquer => Invitations.Fixer(v, Fixe(v, acte), acte, StatutRendezVous.Convoque),
        Rechercher => RelancerRecherche(v, new Saisie(acte)),
        Presente => IssueRendezVous.Honorer(v, Delais(v).Depuis),
        Absente => IssueRendezVous.Manquer(v, Delais(v).Limite),
        Excusee => IssueRendezVous.Excuser(v, tache, new Saisie(acte), Delais(v).Limite),
        NonTenu => IssueRendezVous.ConstaterNonTenu(v, Delais(v).Limite),
        Reporter => IssueRendezVous.Reporter(v, new Saisie(acte), Delais(v).Limite),
        AnnulerNotre => IssueRendezVous.AnnulerParOrganisme(v, Delais(v).Limite),
        Dire => Explications.Recevoir(v, tache, new Saisie(acte)),
        _ => PrendreEnCharge(v),
    };

    public void SurAlarme(Visite v, string objet)
    {
        var memoire = v.Memoire<PremierRendezVousMemoire>();
        if (Rappels.Jours(objet) is { } jours)
        {
            Rappels.Envoyer(v, memoire.EnCours!, jours);
        }
        else if (objet == Rappels.JourJ)
        {
            v.Annuler(Recevoir);
            v.Ouvrir(Reception.LeJour(v, memoire.EnCours!));
        }
        else if (objet == Rappels.Debut)
        {
            v.Annuler(Confirmer);
            v.Annuler(Venir);
            v.Projeter(memoire.EnCours! with { Statut = StatutRendezVous.AConstater });
        }
        else if (objet == Explications.Fin)
        {
            Explications.Cesser(v);
        }
        else if (objet == Approche)
        {
            Alerter(v, memoire);
        }
        else if (objet == Invitations.SansReponse)
        {
            v.Ouvrir(Recherche(v, "L’agenda ne répond pas : fixer le rendez-vous avec la personne.", Delais(v).Limite.Jour));
        }
        else
        {
            v.Constater(
                "premier-rendez-vous.delai",
                $"Échéance dépassée — premier rendez-vous non tenu dans les {Francais.Duree(v.ParametresDu(Depuis(v)).Duree(PremierRendezVousDefinition.Delai))}.",
                v.DroitDu(Depuis(v)).Orientation.EngagementTerritoire.Citation,
                TonFait.EcheanceDepassee);
            DireAttendu(v, Delais(v).Limite);
        }
    }

    public void SurCloture(Visite v) => IssueRendezVous.Clore(v);

    /// <summary>The appointment was with who accompanied her before: another is looked for where she lives now.</summary>
    public void SurAnnonce(Visite v, string annonce)
    {
        if (annonce == Annonces.AccueilTransfere)
        {
            if (v.Memoire<PremierRendezVousMemoire>().EnCours is { } rdv && rdv.Debut <= v.Maintenant)
            {
                // It has begun: whether she came is still to be said, by who accompanies her now.
                return;
            }

            IssueRendezVous.Ceder(v, "le dossier suit la personne dans sa nouvelle commune");
            v.Annuler(Trouver);
            Invitations.Chercher(v, v.Aujourdhui, MomentJournee.Indifferent, Delais(v).Limite.Fin);
        }
    }

    public void SurReprise(Visite v) => IssueRendezVous.Ceder(v, "une nouvelle orientation est décidée");

    public void SurReponse(Visite v, Demande demande, Reponse reponse)
    {
        if (demande.Activite != AgendaServices.Reserver.Activite)
        {
            return;
        }

        if (!Invitations.EstAttendue(v, demande))
        {
            SurReponseTardive(v, demande, reponse);
            return;
        }

        v.Deprogrammer(Invitations.SansReponse);
        v.Annuler(Trouver);
        var faite = AgendaServices.Reserver.Lire(demande, reponse);
        if (faite?.ReservationId is not null)
        {
            Invitations.Proposer(v, faite, AgendaServices.Reserver.Lire(demande), Delais(v).Limite);
        }
        else
        {
            v.Ouvrir(Recherche(v, $"Aucun créneau libre dans l’agenda{(faite?.Ecartes > 0 ? ", hors dimanches et jours fériés de la commune" : "")}.", Delais(v).Limite.Jour));
        }
    }

    /// <summary>A slot that comes when nobody waits for it any more is given back.</summary>
    public void SurReponseTardive(Visite v, Demande demande, Reponse reponse)
    {
        if (AgendaServices.Reserver.Lire(demande, reponse) is { ReservationId: { } reservation })
        {
            Invitations.Liberer(v, reservation);
        }
    }

    /// <summary>Thirty days from the registration; from today for a first appointment after a réorientation. A duty of the organism: never put off.</summary>
    private static (LocalDate Depuis, Echeance Limite) Delais(VueParcours v)
    {
        var depuis = Depuis(v);
        var delai = v.ParametresDu(depuis).Duree(PremierRendezVousDefinition.Delai);
        return (depuis, v.Echeance(v.Delai(Limite, () => delai.Terme(depuis)), $"{Francais.Majuscule(Francais.Duree(delai))} depuis le {Francais.Date(depuis)}"));
    }

    private static LocalDate Depuis(VueParcours v) => v.Dossier.AccueilliLe is null ? v.Dossier.InscritLe ?? v.Aujourdhui : v.EntreeLe;

    /// <summary>The person reads it as what is owed to her: also that it is late.</summary>
    private static void DireAttendu(Visite v, Echeance limite) =>
        v.Preciser($"au plus tard le {Francais.DateCourte(limite.Jour)}{(limite.Fin <= v.Maintenant ? " : en retard" : "")}", limite.Jour);

    private static Echeance Veiller(Visite v)
    {
        var (depuis, limite) = Delais(v);
        v.Attendre(Attendu, limite);
        DireAttendu(v, limite);
        foreach (var (objet, le) in new[] { (Limite, limite.Fin), (Approche, v.Matin(v.ParametresDu(depuis).Duree(PremierRendezVousDefinition.AlerteApres).Terme(depuis))) })
        {
            // What is past rang while the journey was elsewhere.
            if (le > v.Maintenant)
            {
                v.Programmer(objet, le);
            }
        }

        return limite;
    }

    private static Instant Fixe(VueParcours v, Acte acte)
    {
        var saisie = new Saisie(acte);
        return v.Calendrier.A(saisie.Date(Jour)!.Value, saisie.Heure(Heure)!.Value);
    }

    private static string RelancerRecherche(Visite v, Saisie saisie)
    {
        Invitations.Chercher(v, saisie.Date(APartirDu)!.Value, saisie.Choix<MomentJournee>(MomentSouhaite) ?? MomentJournee.Indifferent, Delais(v).Limite.Fin, sansPreavis: true);
        return "La recherche est lancée : la proposition partira dès qu’un créneau sera trouvé.";
    }

    private static void Alerter(Visite v, PremierRendezVousMemoire memoire)
    {
        var (depuis, limite) = Delais(v);
        var rang = Francais.Ordinal(Period.DaysBetween(depuis, v.Aujourdhui));
        var planifie = memoire.EnCours is not { } rdv || rdv.Debut > limite.Fin ? null
            : rdv.Debut > v.Maintenant ? $"Rendez-vous prévu le {Francais.JourEtHeure(v.Local(rdv.Debut))}."
            : $"Rendez-vous du {Francais.JourEtHeure(v.Local(rdv.Debut))}, dont l’issue n’est pas encore dite.";
        v.Constater(
            "premier-rendez-vous.alerte",
            $"{rang} jour sans premier rendez-vous tenu. {planifie ?? "Aucun rendez-vous n’est prévu dans le délai."}",
            v.DroitDu(depuis).Orientation.EngagementTerritoire.Citation,
            planifie is null ? TonFait.Alerte : TonFait.Information);
        if (planifie is null)
        {
            v.Ouvrir(Alerte(v, "Aucun rendez-vous n’est prévu dans le délai.", limite));
        }
    }

    private static string PrendreEnCharge(Visite v)
    {
        v.Constater("premier-rendez-vous.pris-en-charge", "Délai du premier rendez-vous pris en charge.");
        return "C’est noté.";
    }
}
