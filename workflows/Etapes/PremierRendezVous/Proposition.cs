using FranceTravail.Parcours.Workflows.Dossiers;
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
internal static class Proposition
{
    /// <summary>Purpose of the alarm that a search rings when the agenda does not answer it.</summary>
    public const string SansReponse = "sans-reponse";

    /// <summary>Asks the agenda for the first free slot, the notice to the person counted unless a counsellor asks.</summary>
    public static void Chercher(Visite v, LocalDate aPartirDu, MomentJournee moment, Instant limite, bool sansPreavis = false)
    {
        var memoire = v.Memoire<PremierRendezVousMemoire>();
        var numero = memoire.Proposition + 1;
        v.Retenir(memoire with { Proposition = numero });

        var preavis = sansPreavis ? v.Aujourdhui.PlusDays(1) : v.Parametres.Duree(PremierRendezVousDefinition.Preavis).Terme(v.Aujourdhui);
        var premierJour = LocalDate.Max(aPartirDu, preavis);
        v.Demander(
            $"creneau-{numero}",
            AgendaServices.Reserver,
            new ReservationDemandee
            {
                ReferentId = v.Dossier.ReferentId ?? v.Territoire,
                Motif = "premier-rendez-vous",
                AuPlusTot = v.Calendrier.A(premierJour, LocalTime.Midnight),
                // A search goes at least so far, even when the delay of the first appointment ends sooner.
                AuPlusTard = Instant.Max(limite, v.Calendrier.FinDuJour(v.Rythme.RechercheAgenda.Terme(premierJour))),
                Moment = moment,
                Commune = v.Commune,
            });
        v.Programmer(SansReponse, v.Calendrier.FinDuJour(v.Rythme.ReponseAgenda.Echeance(v.Aujourdhui, v.Calendrier)));
    }

    /// <summary>Whether an answer is that of the search under way, and not of one that was overtaken by another or by hand.</summary>
    public static bool EstAttendue(VueParcours v, Demande demande) =>
        v.Memoire<PremierRendezVousMemoire>() is { EnCours: null, Proposition: var numero } && demande.Objet == $"creneau-{numero}";

    /// <summary>The slot is proposed; one on a day on which nobody is received in the commune is given back, and another looked for.</summary>
    public static void Proposer(Visite v, ReservationFaite faite, MomentJournee moment, Echeance limite)
    {
        var jour = v.Local(faite.Debut).Date;
        if (v.Calendrier.FermeLe(jour) is not { } ferme)
        {
            Etablir(v, faite.Debut, faite.Fin, faite.Lieu, faite.ReservationId);
            return;
        }

        v.Constater("premier-rendez-vous.ecarte", $"Créneau du {Francais.Date(jour)} écarté : {ferme}.");
        Liberer(v, faite.ReservationId!);
        Poursuivre(v, jour.PlusDays(1), moment, limite, $"L’agenda propose un {ferme} : fixer le rendez-vous avec la personne.");
    }

    public static string Fixer(Visite v, Instant debut)
    {
        var memoire = v.Memoire<PremierRendezVousMemoire>();
        v.Retenir(memoire with { Proposition = memoire.Proposition + 1 });
        v.Deprogrammer(SansReponse);
        Etablir(v, debut, debut + v.Rythme.DureeRendezVous, lieu: null, reservationId: null);
        return "Le rendez-vous est fixé ; la personne en est informée.";
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

    public static string Deplacer(Visite v, Saisie saisie, Echeance limite)
    {
        var rdv = v.Memoire<PremierRendezVousMemoire>().EnCours!;
        v.Constater("premier-rendez-vous.deplace", $"La personne demande à déplacer le rendez-vous du {Francais.Date(v.Local(rdv.Debut).Date)}.");
        Reprendre(v, StatutRendezVous.Deplace, saisie.Date(APartirDu)!.Value, saisie.Choix<MomentJournee>(MomentSouhaite) ?? MomentJournee.Indifferent, limite);
        return "Votre demande est enregistrée : un autre rendez-vous vous sera proposé.";
    }

    /// <summary>Lets the appointment go and looks for another: by itself at first, then through the counsellor.</summary>
    public static void Reprendre(Visite v, StatutRendezVous statut, LocalDate aPartirDu, MomentJournee moment, Echeance limite)
    {
        var memoire = v.Memoire<PremierRendezVousMemoire>();
        v.Projeter(memoire.EnCours! with { Statut = statut });
        v.Retenir(memoire with { EnCours = null, ReservationId = null });
        v.Annuler(PremierRendezVousTaches.Confirmer);
        v.Annuler(Venir);
        v.Annuler(Presence);
        Rappels.Deprogrammer(v);
        if (memoire.ReservationId is { } reservation && statut == StatutRendezVous.Deplace)
        {
            Liberer(v, reservation);
        }

        Poursuivre(v, aPartirDu, moment, limite, "Les propositions précédentes n’ont pas abouti : reprendre contact avec la personne.");
    }

    /// <summary>Nobody is received any more at the appointment under way, if there is one.</summary>
    public static void Rendre(Visite v)
    {
        var memoire = v.Memoire<PremierRendezVousMemoire>();
        if (memoire.EnCours is not { } rdv)
        {
            return;
        }

        v.Projeter(rdv with { Statut = StatutRendezVous.Deplace });
        v.Constater("premier-rendez-vous.rendu", $"Rendez-vous du {Francais.JourEtHeure(v.Local(rdv.Debut))} annulé : un autre accompagnement commence.");
        if (memoire.ReservationId is { } reservation)
        {
            Liberer(v, reservation);
        }
    }

    public static void Liberer(Visite v, string reservation) =>
        v.Demander($"liberation-{reservation}", AgendaServices.Liberer, new LiberationDemandee { ReservationId = reservation }, sansSuite: true);

    public static void EcrireAbsence(Visite v, RendezVousProjete rdv) =>
        v.Ecrire($"absence-{rdv.RendezVousId}", PremierRendezVousCourriers.Absence, new() { ["debut"] = InstantPattern.General.Format(rdv.Debut) });

    public static Dictionary<string, string> Donnees(RendezVousProjete rdv)
    {
        var donnees = new Dictionary<string, string>
        {
            ["objet"] = rdv.Objet,
            ["debut"] = InstantPattern.General.Format(rdv.Debut),
            ["fin"] = InstantPattern.General.Format(rdv.Fin),
        };
        if (rdv.Lieu is { } lieu)
        {
            donnees["lieu"] = lieu;
        }

        return donnees;
    }

    /// <summary>Looks on by itself so many times, then has somebody look.</summary>
    private static void Poursuivre(Visite v, LocalDate aPartirDu, MomentJournee moment, Echeance limite, string cause)
    {
        if (v.Memoire<PremierRendezVousMemoire>().Proposition < v.Parametres.Entier(PremierRendezVousDefinition.PropositionsMax))
        {
            Chercher(v, aPartirDu, moment, limite.Fin);
        }
        else
        {
            v.Ouvrir(Recherche(v, cause, limite.Jour));
        }
    }

    private static void Etablir(Visite v, Instant debut, Instant fin, string? lieu, string? reservationId)
    {
        var memoire = v.Memoire<PremierRendezVousMemoire>();
        var rdv = new RendezVousProjete
        {
            RendezVousId = $"{v.DossierId}-{v.Noeud.Id}-{v.NumeroVisite}-{memoire.Proposition}",
            Objet = v.Noeud.Titre,
            Debut = debut,
            Fin = fin,
            Lieu = lieu,
            ConseillerId = v.Dossier.ReferentId,
            Statut = StatutRendezVous.Propose,
        };
        v.Retenir(memoire with { EnCours = rdv, ReservationId = reservationId });
        v.Projeter(rdv);
        v.Constater("premier-rendez-vous.propose", $"Premier rendez-vous proposé le {Francais.JourEtHeure(v.Local(debut))}.");
        v.Ecrire($"convocation-{memoire.Proposition}", PremierRendezVousCourriers.Convocation, Donnees(rdv));
        v.Ouvrir(Confirmation(v, rdv));
        Rappels.Programmer(v, rdv);
    }
}
