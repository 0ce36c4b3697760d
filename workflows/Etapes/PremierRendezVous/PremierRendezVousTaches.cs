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
    public const string Recevoir = "recevoir-premier-rendez-vous";
    public const string Presence = "constater-presence";
    public const string Expliquer = "expliquer-absence";
    public const string Delai = "delai-premier-rendez-vous";

    public const string JeViens = "confirmer";
    public const string Deplacer = "deplacer";
    public const string Annuler = "annuler";
    public const string Fixer = "fixer";
    public const string Convoquer = "convoquer";
    public const string Rechercher = "rechercher";
    public const string Presente = "presente";
    public const string Absente = "absente";
    public const string Excusee = "excusee";
    public const string NonTenu = "non-tenu";
    public const string Reporter = "reporter";
    public const string AnnulerNotre = "annuler-organisme";
    public const string Dire = "dire";
    public const string Vu = "vu";

    public const string APartirDu = "a-partir-du";
    public const string MomentSouhaite = "moment";
    public const string Jour = "jour";
    public const string Heure = "heure";
    public const string Ou = "ou";
    public const string Duree = "duree";
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

    /// <summary>For the person: she comes, asks for another time, or cannot come.</summary>
    public static NouvelleTache Confirmation(VueParcours v, RendezVousProjete rdv) => PourLaPersonne(v, rdv) with
    {
        Nature = Confirmer,
        Libelle = "Confirmer votre rendez-vous",
        Gestes = [new Geste { Code = JeViens, Libelle = "Je viens", Principal = true }, .. Empechement(v, rdv)],
    };

    /// <summary>For the person who confirmed, or was convoked: she can still ask for another time, or say that she cannot come.</summary>
    public static NouvelleTache Venue(VueParcours v, RendezVousProjete rdv) => PourLaPersonne(v, rdv) with
    {
        Nature = Venir,
        Libelle = "Venir à votre rendez-vous",
        Gestes = Empechement(v, rdv),
    };

    public static NouvelleTache Recherche(VueParcours v, string pourquoi, LocalDate limite)
    {
        var jour = Rythme.TacheUrgente.Echeance(v.Aujourdhui, v.Calendrier);
        var lieux = LieuxPossibles.Choix(v);
        return new()
        {
            Nature = Trouver,
            Libelle = "trouver un créneau de premier rendez-vous",
            Precision = pourquoi,
            Responsable = v.Referent(),
            Echeance = v.Echeance(jour, $"Premier rendez-vous à tenir au plus tard le {Francais.Date(limite)}"),
            Gestes =
            [
                .. lieux.Count == 0 ? [] : new[] { new Geste { Code = Fixer, Libelle = "Fixer le rendez-vous", Principal = true, Champs = ChampsFixer(v, lieux) } },
                .. lieux.Count == 0 || !v.Memoire<PremierRendezVousMemoire>().InvitationSansSuite
                    ? []
                    : new[] { new Geste { Code = Convoquer, Libelle = "Convoquer", Champs = ChampsFixer(v, lieux), Explication = "Possible parce qu’une invitation n’a pas abouti. La date est fixée ; la personne peut encore la déplacer, ou dire qu’elle ne peut pas venir." } },
                new Geste { Code = Rechercher, Libelle = "Chercher dans l’agenda", Principal = lieux.Count == 0, Champs = [ChampAPartirDu(v.Aujourdhui, PremierRendezVousReglages.Horizon.Terme(v.Aujourdhui)), ChampMoment] },
            ],
            Rappels = [v.Matin(jour)],
            EscaladeLe = v.Calendrier.FinDuJour(Rythme.TacheUrgente.Terme(jour)),
        };
    }

    public static NouvelleTache Alerte(VueParcours v, string precision, Echeance limite) => new()
    {
        Nature = Delai,
        Libelle = "avancer le premier rendez-vous",
        Precision = precision,
        Responsable = v.Referent(),
        Echeance = limite,
        Gestes = [new Geste { Code = Vu, Libelle = "Pris en charge", Principal = true }],
        Rappels = v.MatinsAvant(limite.Jour, PremierRendezVousReglages.RappelsAlerte),
        EscaladeLe = v.Matin(limite.Jour.PlusDays(-1)),
    };

    private static NouvelleTache PourLaPersonne(VueParcours v, RendezVousProjete rdv)
    {
        var local = v.Local(rdv.Debut);
        return new()
        {
            Nature = "",
            Libelle = "",
            Precision = string.Join('\n', [$"{Francais.Majuscule(Francais.JourEtHeure(local))}, pendant {Francais.Minutes(rdv.Fin - rdv.Debut)}.", .. LieuEnClair.Lignes(rdv.Lieu)]),
            Responsable = Responsable.Personne(v.DossierId),
            Echeance = new Echeance { Jour = local.Date, Fin = rdv.Debut, Motif = $"Rendez-vous du {Francais.Date(local.Date)}" },
            Gestes = [],
            ObjetId = rdv.RendezVousId,
        };
    }

    private static IReadOnlyList<Geste> Empechement(VueParcours v, RendezVousProjete rdv) =>
    [
        new Geste
        {
            Code = Deplacer,
            Libelle = "Déplacer",
            Champs = [ChampAPartirDu(v.Aujourdhui.PlusDays(1), PremierRendezVousReglages.HorizonDeplacement.Terme(v.Local(rdv.Debut).Date)), ChampMoment],
        },
        new Geste
        {
            Code = Annuler,
            Libelle = "Je ne peux pas venir",
            Champs = [ChampMotif(obligatoire: false)],
            Explication = "Prévenir suffit : rien ne vous est reproché. Nous reprendrons contact avec vous pour un autre moment.",
        },
    ];

    private static IReadOnlyList<Champ> ChampsFixer(VueParcours v, IReadOnlyList<ChoixChamp> lieux) =>
    [
        new Champ { Nom = Jour, Libelle = "Jour", Type = TypeChamp.Date, Obligatoire = true, Min = Iso(v.Aujourdhui), Max = Iso(PremierRendezVousReglages.Horizon.Terme(v.Aujourdhui)) },
        new Champ { Nom = Heure, Libelle = "Heure", Type = TypeChamp.Heure, Obligatoire = true, Min = Iso(Rythme.Ouverture), Max = Iso(PremierRendezVousReglages.Fermeture) },
        new Champ { Nom = Ou, Libelle = "Où, ou comment", Type = TypeChamp.Choix, Obligatoire = true, Choix = lieux },
        new Champ
        {
            Nom = Duree,
            Libelle = "Durée",
            Type = TypeChamp.Choix,
            Obligatoire = true,
            ParDefaut = Code(PremierRendezVousReglages.Duree),
            Choix = [.. PremierRendezVousReglages.Durees.Select(d => new ChoixChamp(Code(d), Francais.Minutes(d)))],
        },
    ];

    private static string Code(Duration duree) => duree.TotalMinutes.ToString(CultureInfo.InvariantCulture);

    public static Champ ChampMotif(bool obligatoire) => new() { Nom = Motif, Libelle = "Motif", Type = TypeChamp.Choix, Obligatoire = obligatoire, Choix = Motifs };

    public static Champ ChampMoment => new() { Nom = MomentSouhaite, Libelle = "Moment", Type = TypeChamp.Choix, ParDefaut = nameof(MomentJournee.Indifferent), Choix = Moments };

    public static Champ ChampAPartirDu(LocalDate min, LocalDate max) =>
        new() { Nom = APartirDu, Libelle = "À partir du", Type = TypeChamp.Date, Obligatoire = true, Min = Iso(min), Max = Iso(max) };

    private static string Iso(LocalDate jour) => LocalDatePattern.Iso.Format(jour);

    private static string Iso(LocalTime heure) => heure.ToString("HH:mm", CultureInfo.InvariantCulture);
}
