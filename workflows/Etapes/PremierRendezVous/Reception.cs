using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using static FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous.PremierRendezVousTaches;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

/// <summary>The tasks of whoever receives the person: until the day, and on the day.</summary>
internal static class Reception
{
    /// <summary>Until the morning of the day: it can be moved or cancelled by the organism, which says so.</summary>
    public static NouvelleTache AVenir(VueParcours v, RendezVousProjete rdv) => Tache(v, rdv) with
    {
        Nature = Recevoir,
        Libelle = $"recevoir au premier rendez-vous du {Francais.JourEtHeure(v.Local(rdv.Debut))}",
        Gestes = DeNotreFait(v),
    };

    /// <summary>On the day: who came, and what else became of it.</summary>
    public static NouvelleTache LeJour(VueParcours v, RendezVousProjete rdv)
    {
        var local = v.Local(rdv.Debut);
        return Tache(v, rdv) with
        {
            Nature = Presence,
            Libelle = $"confirmer la présence au rendez-vous de {Francais.Heure(local.TimeOfDay)}",
            Gestes =
            [
                new Geste { Code = Presente, Libelle = "Présente", Principal = true },
                new Geste { Code = Absente, Libelle = "Absente", Explication = SensDeLAbsence(v, rdv) },
                new Geste { Code = Excusee, Libelle = "Excusée", Champs = [ChampMotif(obligatoire: true)], Explication = "La personne a dit pourquoi, avant ou après : l’absence ne compte pas, et un autre rendez-vous lui est proposé." },
                new Geste { Code = NonTenu, Libelle = "Nous n’avons pas pu recevoir", Explication = "La personne attendait, et nous n’avons pas tenu le rendez-vous : c’est dit ainsi au dossier et à la personne. Rien n’en est retenu contre elle ; un autre rendez-vous lui est proposé, avec nos excuses." },
                .. DeNotreFait(v),
            ],
            Rappels = [v.Matin(local.Date.PlusDays(1))],
            EscaladeLe = v.Calendrier.FinDuJour(Rythme.EscaladePresence.Echeance(local.Date, v.Calendrier)),
        };
    }

    /// <summary>Said before the click: what « absente » means, and what it does not.</summary>
    private static string SensDeLAbsence(VueParcours v, RendezVousProjete rdv) =>
        (rdv.Statut is StatutRendezVous.Propose
            ? "La personne n’a jamais répondu à l’invitation : elle sera dite restée sans réponse. "
            : "La personne était attendue et n’a rien dit. ")
        + (v.Dossier.ContratEnVigueur is null ? "Ce n’est pas un manquement : aucun contrat n’est signé. " : "Rien n’est décidé ici. ")
        + "Un message lui demande ce qui l’a empêchée de venir, et un autre rendez-vous lui est proposé.";

    private static IReadOnlyList<Geste> DeNotreFait(VueParcours v) =>
    [
        new Geste
        {
            Code = Reporter,
            Libelle = "Déplacer de notre fait",
            Champs = [ChampAPartirDu(v.Aujourdhui.PlusDays(1), PremierRendezVousReglages.Horizon.Terme(v.Aujourdhui)), ChampMoment],
            Explication = "La personne en est prévenue, avec nos excuses et une autre date. Rien n’en est retenu contre elle.",
        },
        new Geste
        {
            Code = AnnulerNotre,
            Libelle = "Annuler de notre fait",
            Explication = "La personne en est prévenue, avec nos excuses. Un autre rendez-vous reste à fixer avec elle, dans le délai.",
        },
    ];

    private static NouvelleTache Tache(VueParcours v, RendezVousProjete rdv)
    {
        var jour = v.Local(rdv.Debut).Date;
        return new()
        {
            Nature = "",
            Libelle = "",
            Precision = $"{Francais.Majuscule(LieuEnClair.EnUneLigne(rdv.Lieu))}.",
            Responsable = rdv.ConseillerId is { } receveur ? Responsable.Conseiller(receveur) : v.Referent(),
            Echeance = v.Echeance(jour, $"Rendez-vous du {Francais.Date(jour)}"),
            Gestes = [],
            ObjetId = rdv.RendezVousId,
        };
    }
}
