using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Partenaires.Agenda;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;
using static FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous.PremierRendezVousTaches;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

/// <summary>From the search of a slot to the appointment proposed, confirmed, moved.</summary>
internal static class Invitations
{
    /// <summary>Purpose of the alarm that a search rings when the agenda does not answer it.</summary>
    public const string SansReponse = "sans-reponse";

    /// <summary>Asks the agenda for the first free slot, the notice to the person counted unless a counsellor asks.</summary>
    public static void Chercher(Visite v, LocalDate aPartirDu, MomentJournee moment, Instant limite, bool sansPreavis = false)
    {
        var memoire = v.Memoire<PremierRendezVousMemoire>();
        var numero = memoire.Invitation + 1;
        v.Retenir(memoire with { Invitation = numero });

        var preavis = sansPreavis ? v.Aujourdhui.PlusDays(1) : v.Parametres.Duree(PremierRendezVousDefinition.Preavis).Terme(v.Aujourdhui);
        var premierJour = LocalDate.Max(aPartirDu, preavis);
        v.Demander(
            $"creneau-{numero}",
            AgendaServices.Reserver,
            new ReservationDemandee
            {
                Agendas = Agendas(v),
                Motif = "premier-rendez-vous",
                AuPlusTot = v.Calendrier.A(premierJour, LocalTime.Midnight),
                // A search goes at least so far, even when the delay of the first appointment ends sooner.
                AuPlusTard = Instant.Max(limite, v.Calendrier.FinDuJour(PremierRendezVousReglages.RechercheAgenda.Terme(premierJour))),
                Moment = moment,
                Commune = v.Commune,
            });
        v.Programmer(SansReponse, v.Calendrier.FinDuJour(PremierRendezVousReglages.ReponseAgenda.Echeance(v.Aujourdhui, v.Calendrier)));
    }

    /// <summary>Whether an answer is that of the search under way, and not of one that was overtaken by another or by hand.</summary>
    public static bool EstAttendue(VueParcours v, Demande demande) =>
        v.Memoire<PremierRendezVousMemoire>() is { EnCours: null, Invitation: var numero } && demande.Objet == $"creneau-{numero}";

    /// <summary>The slot is proposed; one on a day on which nobody is received in the commune is given back, and another looked for.</summary>
    public static void Proposer(Visite v, ReservationFaite faite, ReservationDemandee demandee, Echeance limite)
    {
        var jour = v.Local(faite.Debut).Date;
        if (faite.Lieu is not { } lieu)
        {
            v.Constater("premier-rendez-vous.sans-lieu", $"Créneau du {Francais.Date(jour)} écarté : l’agenda ne dit pas où la personne serait reçue.", ton: TonFait.Alerte);
            Liberer(v, faite.ReservationId!);
            v.Ouvrir(Recherche(v, "L’agenda ne dit pas où : fixer le rendez-vous avec la personne.", limite.Jour));
            return;
        }

        if (v.Calendrier.FermeLe(jour) is not { } ferme)
        {
            // Who was not asked for receives nobody: the référent then does.
            Etablir(v, faite.Debut, faite.Fin, lieu, faite.Agenda is { } agenda && demandee.Agendas.Contains(agenda) && agenda != v.Territoire ? agenda : null, faite.ReservationId);
            return;
        }

        v.Constater("premier-rendez-vous.ecarte", $"Créneau du {Francais.Date(jour)} écarté : {ferme}.");
        Liberer(v, faite.ReservationId!);
        Poursuivre(v, jour.PlusDays(1), demandee.Moment, limite, $"L’agenda propose un {ferme} : fixer le rendez-vous avec la personne.");
    }

    /// <summary>A counsellor says when, where, how and how long. The référent receives; whoever fixes it, while there is none.</summary>
    public static string Fixer(Visite v, Instant debut, Acte acte, StatutRendezVous statut)
    {
        var saisie = new Saisie(acte);
        var receveur = v.Dossier.ReferentId ?? (acte.Acteur.Role is RoleActeur.Conseiller ? acte.Acteur.Id : null);
        var memoire = v.Memoire<PremierRendezVousMemoire>();
        v.Retenir(memoire with { Invitation = memoire.Invitation + 1 });
        v.Deprogrammer(SansReponse);
        Etablir(v, debut, debut + Duration.FromMinutes(saisie.Nombre(Duree)), LieuxPossibles.Choisi(v, saisie.Texte(Ou)!)!, receveur, reservationId: null, statut);
        return statut is StatutRendezVous.Convoque ? "La convocation est envoyée." : "Le rendez-vous est fixé ; la personne en est informée.";
    }

    public static string Confirmer(Visite v)
    {
        var memoire = v.Memoire<PremierRendezVousMemoire>();
        var rdv = memoire.EnCours! with { Statut = StatutRendezVous.Confirme };
        v.Retenir(memoire with { EnCours = rdv });
        v.Projeter(rdv);
        v.Constater("premier-rendez-vous.confirme", $"Rendez-vous du {Francais.JourEtHeure(v.Local(rdv.Debut))} confirmé par la personne.");
        v.Ouvrir(Venue(v, rdv));
        return $"C’est noté : rendez-vous le {Francais.JourEtHeure(v.Local(rdv.Debut))}.";
    }

    /// <summary>The appointment is no longer awaited; its slot goes back when its hour has not come.</summary>
    public static void Laisser(Visite v, StatutRendezVous statut)
    {
        var memoire = v.Memoire<PremierRendezVousMemoire>();
        v.Projeter(memoire.EnCours! with { Statut = statut });
        v.Retenir(memoire with
        {
            EnCours = null,
            ReservationId = null,
            InvitationSansSuite = memoire.InvitationSansSuite || statut is StatutRendezVous.Absence or StatutRendezVous.SansReponse or StatutRendezVous.Excuse,
        });
        v.Annuler(PremierRendezVousTaches.Confirmer);
        v.Annuler(Venir);
        v.Annuler(Recevoir);
        v.Annuler(Presence);
        Rappels.Deprogrammer(v);
        if (memoire.ReservationId is { } reservation && memoire.EnCours.Debut > v.Maintenant)
        {
            Liberer(v, reservation);
        }
    }

    public static void Liberer(Visite v, string reservation) =>
        v.Demander($"liberation-{reservation}", AgendaServices.Liberer, new LiberationDemandee { ReservationId = reservation }, sansSuite: true);

    /// <summary>What is written of an appointment that did not take place, or will not.</summary>
    public static void EcrireApres(Visite v, ModeleCourrier modele, RendezVousProjete rdv)
    {
        var donnees = Donnees(rdv);
        donnees["statut"] = rdv.Statut.ToString();
        v.Ecrire($"{modele.Code}-{rdv.RendezVousId}", modele, donnees);
    }

    public static Dictionary<string, string> Donnees(RendezVousProjete rdv)
    {
        var donnees = new Dictionary<string, string>
        {
            ["rendezVous"] = rdv.RendezVousId,
            ["objet"] = rdv.Objet,
            ["debut"] = InstantPattern.General.Format(rdv.Debut),
            ["duree"] = Francais.Minutes(rdv.Fin - rdv.Debut),
            ["canal"] = rdv.Lieu.Canal.ToString(),
            ["ou"] = string.Join('\n', LieuEnClair.Lignes(rdv.Lieu)),
            ["telephone"] = LieuEnClair.Numero(rdv.Lieu.Telephone),
        };
        if (rdv.ConseillerId is { } receveur)
        {
            donnees["receveur"] = receveur;
        }

        return donnees;
    }

    /// <summary>Looks on by itself so many times, then has somebody look.</summary>
    public static void Poursuivre(Visite v, LocalDate aPartirDu, MomentJournee moment, Echeance limite, string cause)
    {
        if (v.Memoire<PremierRendezVousMemoire>() is var memoire && memoire.Invitation - memoire.DeNotreFait < v.Parametres.Entier(PremierRendezVousDefinition.PropositionsMax))
        {
            Chercher(v, aPartirDu, moment, limite.Fin);
        }
        else
        {
            v.Ouvrir(Recherche(v, cause, limite.Jour));
        }
    }

    /// <summary>The référent's agenda first, then those who may replace her; the desk of the territory while nobody is named.</summary>
    private static IReadOnlyList<string> Agendas(Visite v) => (v.Dossier.ReferentId, v.Dossier.Organisme) switch
    {
        (null, _) => [v.Territoire],
        ({ } referent, null) => [referent],
        ({ } referent, { } organisme) => [referent, .. v.Referents.Remplacants(v.Territoire, referent, organisme, v.AutoriteDe(organisme), PremierRendezVousReglages.Remplacants)],
    };

    private static void Etablir(Visite v, Instant debut, Instant fin, LieuRendezVous lieu, string? receveur, string? reservationId, StatutRendezVous statut = StatutRendezVous.Propose)
    {
        var memoire = v.Memoire<PremierRendezVousMemoire>();
        var rdv = new RendezVousProjete
        {
            RendezVousId = $"{v.DossierId}-{v.Noeud.Id}-{v.NumeroVisite}-{memoire.Invitation}",
            Objet = v.Noeud.Titre,
            Debut = debut,
            Fin = fin,
            Lieu = lieu,
            ConseillerId = receveur,
            Statut = statut,
        };
        v.Retenir(memoire with { EnCours = rdv, ReservationId = reservationId });
        v.Projeter(rdv);
        var quand = $"{Francais.JourEtHeure(v.Local(debut))}, {LieuEnClair.Court(lieu)}";
        if (statut is StatutRendezVous.Convoque)
        {
            v.Constater("premier-rendez-vous.convoque", $"Convocation au premier rendez-vous, après une invitation qui n’a pas abouti : {quand}.");
            v.Ecrire($"convocation-{memoire.Invitation}", PremierRendezVousCourriers.Convocation, Donnees(rdv));
            v.Ouvrir(Venue(v, rdv));
        }
        else
        {
            v.Constater("premier-rendez-vous.propose", $"Premier rendez-vous proposé : {quand}.");
            v.Ecrire($"invitation-{memoire.Invitation}", PremierRendezVousCourriers.Invitation, Donnees(rdv));
            v.Ouvrir(Confirmation(v, rdv));
        }

        v.Ouvrir(Reception.AVenir(v, rdv));
        Rappels.Programmer(v, rdv);
    }
}
