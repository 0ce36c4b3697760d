using System.Globalization;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.SuiviActivites;

/// <summary>The tasks of the step.</summary>
internal static class SuiviActivitesTaches
{
    public const string Declarer = "declarer-semaine";
    public const string Valider = "valider-semaine";
    public const string Nouvelles = "prendre-des-nouvelles";

    public const string Declaration = "declarer";
    public const string Validation = "valider";
    public const string Correction = "corriger";
    public const string Contact = "contact-pris";

    public const string Heures = "heures";
    public const string Detail = "detail";
    public const string Raison = "raison";

    public static string Id(LocalDate lundi) => LocalDatePattern.Iso.Format(lundi);

    public static LocalDate Lundi(string id) => LocalDatePattern.Iso.Parse(id).Value;

    public static NouvelleTache PourLaPersonne(VueParcours v, SemaineProjetee semaine, LocalDate dernierJour) => new()
    {
        Nature = Declarer,
        Libelle = $"Déclarer vos activités de la semaine du {Francais.Date(semaine.Lundi)}",
        Precision = $"{Francais.Heures(semaine.HeuresPrevues)} prévues.",
        Responsable = Responsable.Personne(v.DossierId),
        Echeance = v.Echeance(dernierJour, $"Semaine du {Francais.Date(semaine.Lundi)}"),
        Gestes =
        [
            new Geste
            {
                Code = Declaration,
                Libelle = "Déclarer",
                Principal = true,
                Champs =
                [
                    ChampHeures(v, "Heures d’activité", semaine.HeuresPrevues),
                    new Champ { Nom = Detail, Libelle = "Ce que vous avez fait", Type = TypeChamp.Texte },
                ],
            },
        ],
        ObjetId = Id(semaine.Lundi),
        Rappels = v.MatinsAvant(dernierJour, SuiviActivitesReglages.Rappels),
    };

    public static NouvelleTache PourLeConseiller(VueParcours v, SemaineProjetee semaine, LocalDate dernierJour) => new()
    {
        Nature = Valider,
        Libelle = $"valider {Francais.Heures(semaine.HeuresDeclarees!.Value)} {Francais.Accorder("déclarée", semaine.HeuresDeclarees!.Value)}",
        Precision = $"Semaine du {Francais.Date(semaine.Lundi)} · prévu {Francais.Heures(semaine.HeuresPrevues)}.",
        Responsable = v.Referent(),
        Echeance = v.Echeance(dernierJour, $"Semaine du {Francais.Date(semaine.Lundi)}"),
        Gestes =
        [
            new Geste { Code = Validation, Libelle = "Valider", Principal = true },
            new Geste { Code = Correction, Libelle = "Revoir", Champs = [ChampHeures(v, "Heures retenues", semaine.HeuresDeclarees.Value), new Champ { Nom = Raison, Libelle = "Raison", Type = TypeChamp.Texte }] },
        ],
        ObjetId = Id(semaine.Lundi),
        Rappels = v.MatinsAvant(dernierJour, SuiviActivitesReglages.Rappels),
        EscaladeLe = v.Calendrier.FinDuJour(Rythme.EscaladeLente.Terme(dernierJour)),
    };

    public static NouvelleTache PrendreDesNouvelles(VueParcours v, int semaines)
    {
        var jour = SuiviActivitesReglages.Appel.Echeance(v.Aujourdhui, v.Calendrier);
        return new()
        {
            Nature = Nouvelles,
            Libelle = "prendre des nouvelles de la personne",
            Precision = $"{Francais.Majuscule(Francais.EnLettres(semaines))} semaines de suite sans déclaration. Ce silence n’est pas un manquement.",
            Responsable = v.Referent(),
            Echeance = v.Echeance(jour, "Sans déclaration d’activité"),
            Gestes = [new Geste { Code = Contact, Libelle = "Contact pris", Principal = true }],
            Rappels = [v.Matin(jour)],
            EscaladeLe = v.Calendrier.FinDuJour(SuiviActivitesReglages.EscaladeAppel.Terme(jour)),
        };
    }

    private static Champ ChampHeures(VueParcours v, string libelle, decimal parDefaut) => new()
    {
        Nom = Heures,
        Libelle = libelle,
        Type = TypeChamp.Heures,
        Obligatoire = true,
        Min = "0",
        Max = v.Droit.Activites.HeuresDeclareesMax.ToString(CultureInfo.InvariantCulture),
        ParDefaut = parDefaut.ToString(CultureInfo.InvariantCulture),
    };
}
