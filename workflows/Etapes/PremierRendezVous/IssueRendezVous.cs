using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Partenaires.Agenda;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using static FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous.PremierRendezVousTaches;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

/// <summary>
/// What became of an appointment. Before a contract is signed an absence breaches nothing: its fact has no legal basis. What the organism did
/// not keep is said as such, and never counts against the person.
/// </summary>
internal static class IssueRendezVous
{
    private const string RienDeRetenu = "rien n’en est retenu contre la personne";

    public static string Honorer(Visite v, LocalDate depuis)
    {
        var rdv = EnCours(v);
        var rang = Francais.Ordinal(Math.Max(1, Period.DaysBetween(depuis, v.Local(rdv.Debut).Date)));
        v.Projeter(rdv with { Statut = StatutRendezVous.Honore });
        v.Constater("premier-rendez-vous.presence", $"Présence au premier rendez-vous, au {rang} jour.", v.Droit.Orientation.EngagementTerritoire.Citation);
        v.Preciser($"{Francais.DateCourte(v.Local(rdv.Debut).Date)} · {rang} jour");
        v.Consigner(d => d with { AccueilliLe = d.AccueilliLe ?? v.Local(rdv.Debut).Date });
        v.Sortir(PremierRendezVousDefinition.Honore);
        return "La présence est enregistrée.";
    }

    /// <summary>Nobody came. Who never answered the invitation may not have read it: that is no absence.</summary>
    public static string Manquer(Visite v, Echeance limite)
    {
        var rdv = EnCours(v);
        var sansReponse = rdv.Statut is StatutRendezVous.Propose;
        if (sansReponse)
        {
            v.Constater("premier-rendez-vous.sans-reponse", $"Invitation au rendez-vous du {Jour(v, rdv)} restée sans réponse : la personne n’est pas venue. Rien n’en est tiré.");
        }
        else
        {
            v.Constater("premier-rendez-vous.absence", $"Absence au rendez-vous du {Jour(v, rdv)}. Ses raisons sont demandées à la personne ; rien n’en est tiré.");
        }

        var statut = sansReponse ? StatutRendezVous.SansReponse : StatutRendezVous.Absence;
        Invitations.EcrireApres(v, PremierRendezVousCourriers.Absence, rdv with { Statut = statut });
        Explications.Demander(v, rdv with { Statut = statut });
        Invitations.Laisser(v, statut);
        Chercher(v, limite);
        return $"{(sansReponse ? "L’invitation restée sans réponse" : "L’absence")} est notée ; un autre rendez-vous est recherché.";
    }

    public static string Excuser(Visite v, TacheParcours tache, Saisie saisie, Echeance limite)
    {
        v.Constater("premier-rendez-vous.excuse", $"Absence excusée au rendez-vous du {Jour(v, EnCours(v))} — {MotifDit(tache, saisie)}.");
        Invitations.Laisser(v, StatutRendezVous.Excuse);
        Chercher(v, limite);
        return "L’absence excusée est notée ; un autre rendez-vous est recherché.";
    }

    /// <summary>The person asks another time.</summary>
    public static string Deplacer(Visite v, Saisie saisie, Echeance limite)
    {
        v.Constater("premier-rendez-vous.deplace", $"La personne demande à déplacer le rendez-vous du {Jour(v, EnCours(v))}.");
        Invitations.Laisser(v, StatutRendezVous.Deplace);
        Chercher(v, limite, saisie);
        return "Votre demande est enregistrée : un autre rendez-vous vous sera proposé.";
    }

    /// <summary>The person says beforehand that she cannot come, and no other time: somebody gets in touch.</summary>
    public static string AnnulerParPersonne(Visite v, TacheParcours tache, Saisie saisie, Echeance limite)
    {
        var motif = saisie.Texte(Motif) is null ? "" : $" — {MotifDit(tache, saisie)}";
        v.Constater("premier-rendez-vous.annule-personne", $"La personne a prévenu qu’elle ne peut pas venir au rendez-vous du {Jour(v, EnCours(v))}{motif}.");
        Invitations.Laisser(v, StatutRendezVous.AnnuleParPersonne);
        v.Ouvrir(Recherche(v, "La personne a prévenu qu’elle ne peut pas venir : convenir avec elle d’un autre moment.", limite.Jour));
        return "C’est noté, merci d’avoir prévenu : nous reprendrons contact avec vous.";
    }

    /// <summary>The organism asks another time.</summary>
    public static string Reporter(Visite v, Saisie saisie, Echeance limite)
    {
        DeNotreFait(v, StatutRendezVous.DeplaceParOrganisme, "premier-rendez-vous.deplace-organisme", "déplacé par l’organisme");
        Chercher(v, limite, saisie);
        return "Le rendez-vous est déplacé de notre fait ; la personne en est prévenue, et un autre est recherché.";
    }

    public static string AnnulerParOrganisme(Visite v, Echeance limite)
    {
        DeNotreFait(v, StatutRendezVous.AnnuleParOrganisme, "premier-rendez-vous.annule-organisme", "annulé par l’organisme");
        v.Ouvrir(Recherche(v, "Rendez-vous annulé de notre fait : en fixer un autre avec la personne.", limite.Jour));
        return "Le rendez-vous est annulé de notre fait ; la personne en est prévenue.";
    }

    public static string ConstaterNonTenu(Visite v, Echeance limite)
    {
        DeNotreFait(v, StatutRendezVous.NonTenu, "premier-rendez-vous.non-tenu", "non tenu par l’organisme, qui n’a pas reçu la personne");
        Chercher(v, limite);
        return "C’est noté : le rendez-vous n’a pas été tenu de notre fait. La personne en est prévenue, et un autre est recherché.";
    }

    /// <summary>The journey closes before the appointment.</summary>
    public static void Clore(Visite v)
    {
        if (v.Memoire<PremierRendezVousMemoire>().EnCours is { } rdv)
        {
            v.Constater("premier-rendez-vous.sans-objet", $"Rendez-vous du {Jour(v, rdv)} sans objet : le parcours est clos.", ton: TonFait.Information);
            Invitations.Laisser(v, StatutRendezVous.SansObjet);
        }
    }

    /// <summary>Others take over before the appointment: the person is told not to come, and is proposed another one there.</summary>
    public static void Ceder(Visite v, string pourquoi)
    {
        if (v.Memoire<PremierRendezVousMemoire>().EnCours is not { } rdv)
        {
            return;
        }

        if (rdv.Debut <= v.Maintenant)
        {
            // Nobody said yet whether it was held, and nobody is told not to come to what is past.
            v.Constater("premier-rendez-vous.non-constate", $"Rendez-vous du {Jour(v, rdv)} : ce qu’il est devenu n’est pas noté ; {pourquoi}.", ton: TonFait.Information);
            Invitations.Laisser(v, StatutRendezVous.AConstater);
        }
        else
        {
            v.Constater("premier-rendez-vous.rendu", $"Rendez-vous du {Jour(v, rdv)} annulé : {pourquoi}.");
            Invitations.EcrireApres(v, PremierRendezVousCourriers.DeNotreFait, rdv with { Statut = StatutRendezVous.AnnuleParOrganisme });
            Invitations.Laisser(v, StatutRendezVous.AnnuleParOrganisme);
        }
    }

    /// <summary>« enfant malade ou sans garde », as the gesture of the task calls it.</summary>
    public static string MotifDit(TacheParcours tache, Saisie saisie)
    {
        var dit = tache.Gestes.SelectMany(g => g.Champs).First(c => c.Nom == Motif).Choix.First(c => c.Code == saisie.Texte(Motif)).Libelle;
        return Francais.Minuscule(dit);
    }

    private static void DeNotreFait(Visite v, StatutRendezVous statut, string code, string quoi)
    {
        var rdv = EnCours(v);
        v.Constater(code, $"Rendez-vous du {Jour(v, rdv)} {quoi} : {RienDeRetenu}.");
        Invitations.EcrireApres(v, PremierRendezVousCourriers.DeNotreFait, rdv with { Statut = statut });
        Invitations.Laisser(v, statut);
        var memoire = v.Memoire<PremierRendezVousMemoire>();
        v.Retenir(memoire with { DeNotreFait = memoire.DeNotreFait + 1 });
    }

    private static void Chercher(Visite v, Echeance limite, Saisie? saisie = null) => Invitations.Poursuivre(
        v,
        saisie?.Date(APartirDu) ?? v.Aujourdhui,
        saisie?.Choix<MomentJournee>(MomentSouhaite) ?? MomentJournee.Indifferent,
        limite,
        "Les propositions précédentes n’ont pas abouti : reprendre contact avec la personne.");

    private static RendezVousProjete EnCours(VueParcours v) => v.Memoire<PremierRendezVousMemoire>().EnCours!;

    private static string Jour(VueParcours v, RendezVousProjete rdv) => Francais.Date(v.Local(rdv.Debut).Date);
}
