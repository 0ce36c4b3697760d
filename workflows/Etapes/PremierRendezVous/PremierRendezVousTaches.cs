using System.Globalization;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Partenaires.Agenda;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

/// <summary>The tasks of the step: what the person and the counsellor see, and may do.</summary>
internal static class PremierRendezVousTaches
{
    public const string Confirmer = "confirmer-rendez-vous";
    public const string Venir = "venir-au-rendez-vous";
    public const string Trouver = "trouver-creneau";
    public const string Presence = "constater-presence";
    public const string Delai = "delai-premier-rendez-vous";

    public const string JeViens = "confirmer";
    public const string Deplacer = "deplacer";
    public const string Fixer = "fixer";
    public const string Rechercher = "rechercher";
    public const string Presente = "presente";
    public const string Absente = "absente";
    public const string Excusee = "excusee";
    public const string Vu = "vu";

    public const string APartirDu = "a-partir-du";
    public const string MomentSouhaite = "moment";
    public const string Jour = "jour";
    public const string Heure = "heure";
    public const string Motif = "motif";

    private static readonly IReadOnlyList<ChoixChamp> Moments =
    [
        new(nameof(MomentJournee.Indifferent), "Matin ou après-midi"),
        new(nameof(MomentJournee.Matin), "Matin"),
        new(nameof(MomentJournee.ApresMidi), "Après-midi"),
    ];

    private static readonly IReadOnlyList<ChoixChamp> Motifs =
    [
        new("sante", "Santé"),
        new("enfant", "Enfant malade ou sans garde"),
        new("entretien", "Entretien d’embauche ou travail"),
        new("justice", "Convocation de justice"),
        new("transport", "Transport"),
        new("autre", "Autre motif"),
    ];

    /// <summary>For the person: she comes, or asks for another time.</summary>
    public static NouvelleTache Confirmation(VueParcours v, RendezVousProjete rdv) => PourLaPersonne(v, rdv) with
    {
        Nature = Confirmer,
        Libelle = "Confirmer votre rendez-vous",
        Gestes = [new Geste { Code = JeViens, Libelle = "Je viens", Principal = true }, GesteDeplacer(v, rdv)],
    };

    /// <summary>For the person who confirmed: she can still ask for another time.</summary>
    public static NouvelleTache Venue(VueParcours v, RendezVousProjete rdv) => PourLaPersonne(v, rdv) with
    {
        Nature = Venir,
        Libelle = "Venir à votre rendez-vous",
        Gestes = [GesteDeplacer(v, rdv)],
    };

    public static NouvelleTache Recherche(VueParcours v, string pourquoi, LocalDate limite)
    {
        var jour = v.Rythme.TacheUrgente.Echeance(v.Aujourdhui, v.Calendrier);
        return new()
        {
            Nature = Trouver,
            Libelle = "trouver un créneau de premier rendez-vous",
            Precision = pourquoi,
            Responsable = v.Referent(),
            Echeance = v.Echeance(jour, $"Premier rendez-vous à tenir au plus tard le {Francais.Date(limite)}"),
            Gestes =
            [
                new Geste
                {
                    Code = Fixer,
                    Libelle = "Fixer le rendez-vous",
                    Principal = true,
                    Champs =
                    [
                        new Champ { Nom = Jour, Libelle = "Jour", Type = TypeChamp.Date, Obligatoire = true, Min = Iso(v.Aujourdhui), Max = Iso(v.Rythme.HorizonRendezVous.Terme(v.Aujourdhui)) },
                        new Champ { Nom = Heure, Libelle = "Heure", Type = TypeChamp.Heure, Obligatoire = true, Min = Iso(v.Rythme.Ouverture), Max = Iso(v.Rythme.Fermeture) },
                    ],
                },
                new Geste { Code = Rechercher, Libelle = "Chercher dans l’agenda", Champs = [ChampAPartirDu(v.Aujourdhui, v.Rythme.HorizonRendezVous.Terme(v.Aujourdhui)), ChampMoment] },
            ],
            Rappels = [v.Matin(jour)],
            EscaladeLe = v.Calendrier.FinDuJour(v.Rythme.TacheUrgente.Terme(jour)),
        };
    }

    public static NouvelleTache Constat(VueParcours v, RendezVousProjete rdv)
    {
        var local = v.Local(rdv.Debut);
        return new()
        {
            Nature = Presence,
            Libelle = $"confirmer la présence au rendez-vous de {Francais.Heure(local.TimeOfDay)}",
            Responsable = v.Referent(),
            Echeance = v.Echeance(local.Date, $"Rendez-vous du {Francais.Date(local.Date)}"),
            Gestes =
            [
                new Geste { Code = Presente, Libelle = "Présente", Principal = true },
                new Geste { Code = Absente, Libelle = "Absente" },
                new Geste { Code = Excusee, Libelle = "Excusée", Champs = [new Champ { Nom = Motif, Libelle = "Motif", Type = TypeChamp.Choix, Obligatoire = true, Choix = Motifs }] },
            ],
            ObjetId = rdv.RendezVousId,
            Rappels = [v.Matin(local.Date.PlusDays(1))],
            EscaladeLe = v.Calendrier.FinDuJour(v.Rythme.EscaladePresence.Echeance(local.Date, v.Calendrier)),
        };
    }

    public static NouvelleTache Alerte(VueParcours v, string precision, Echeance limite) => new()
    {
        Nature = Delai,
        Libelle = "avancer le premier rendez-vous, le délai approche",
        Precision = precision,
        Responsable = v.Referent(),
        Echeance = limite,
        Gestes = [new Geste { Code = Vu, Libelle = "Pris en charge", Principal = true }],
        Rappels = v.MatinsAvant(limite.Jour, v.Rythme.Rappels.AlertePremierRendezVous),
        EscaladeLe = v.Matin(limite.Jour.PlusDays(-1)),
    };

    private static NouvelleTache PourLaPersonne(VueParcours v, RendezVousProjete rdv)
    {
        var local = v.Local(rdv.Debut);
        return new()
        {
            Nature = "",
            Libelle = "",
            Precision = $"{Libelles.Majuscule(Francais.JourEtHeure(local))}{(rdv.Lieu is null ? "" : $", {rdv.Lieu}")}.",
            Responsable = Responsable.Personne(v.DossierId),
            Echeance = new Echeance { Jour = local.Date, Fin = rdv.Debut, Motif = $"Rendez-vous du {Francais.Date(local.Date)}" },
            Gestes = [],
            ObjetId = rdv.RendezVousId,
        };
    }

    private static Geste GesteDeplacer(VueParcours v, RendezVousProjete rdv) => new()
    {
        Code = Deplacer,
        Libelle = "Déplacer",
        Champs = [ChampAPartirDu(v.Aujourdhui.PlusDays(1), v.Rythme.HorizonDeplacement.Terme(v.Local(rdv.Debut).Date)), ChampMoment],
    };

    private static Champ ChampMoment => new() { Nom = MomentSouhaite, Libelle = "Moment", Type = TypeChamp.Choix, ParDefaut = nameof(MomentJournee.Indifferent), Choix = Moments };

    private static Champ ChampAPartirDu(LocalDate min, LocalDate max) =>
        new() { Nom = APartirDu, Libelle = "À partir du", Type = TypeChamp.Date, Obligatoire = true, Min = Iso(min), Max = Iso(max) };

    private static string Iso(LocalDate jour) => LocalDatePattern.Iso.Format(jour);

    private static string Iso(LocalTime heure) => heure.ToString("HH:mm", CultureInfo.InvariantCulture);
}
