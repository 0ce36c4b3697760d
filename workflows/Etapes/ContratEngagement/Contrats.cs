using System.Globalization;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;
using static FranceTravail.Parcours.Workflows.Etapes.ContratEngagement.ContratEngagementTaches;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>Makes a contract of what the référent entered.</summary>
internal static class Contrats
{
    /// <summary>Datum of the letter: the day of the receipt from which the delay runs.</summary>
    public const string Recue = "recue";

    public static ContratProjete Etablir(VueParcours v, Acte acte, LocalDate avantLe)
    {
        var saisie = new Saisie(acte);
        var lignes = Lignes(saisie);
        var version = (v.Dossier.Contrat?.Version ?? 0) + 1;
        return new ContratProjete
        {
            ContratId = $"{v.DossierId}-contrat-{version}",
            Version = version,
            Statut = StatutContrat.Propose,
            HeuresParSemaine = lignes.Sum(l => l.HeuresParSemaine ?? 0),
            MotifHeures = saisie.Texte(Motif),
            ProposeLe = v.Maintenant,
            ASignerAvantLe = avantLe,
            Lignes = lignes,
        };
    }

    /// <summary>The contract of an invented person: <see cref="LigneContratProjetee.TexteId"/> holds the words themselves, for there is no store behind it.</summary>
    public static ContratProjete Exemple(CasApercu c, bool signe)
    {
        var saisie = new Saisie(new Acte
        {
            Cle = "apercu",
            Acteur = Acteur.Systeme,
            Valeurs = new Dictionary<string, string>
            {
                [PrefixeHeures + CatalogueActions.Activites[0].Code] = c.Heures.ToString(CultureInfo.InvariantCulture),
                [Objectif] = "Trouver un emploi dans l’aide à domicile, près de chez moi.",
                [Engagements] = string.Join(',', CatalogueActions.Organisme.Select(e => e.Code)),
            },
        });
        return new()
        {
            ContratId = "apercu",
            Version = CasApercu.Version,
            Statut = signe ? StatutContrat.Signe : StatutContrat.Propose,
            HeuresParSemaine = c.Heures,
            ProposeLe = c.Maintenant,
            SigneParPersonneLe = signe ? c.Maintenant : null,
            SigneParConseillerLe = signe ? c.Maintenant : null,
            ASignerAvantLe = c.Droit.Loi.Contrat.DelaiSignature.Echeance(c.Le, c.Calendrier),
            Lignes = Lignes(saisie),
        };
    }

    public static Dictionary<string, string> Donnees(ContratProjete contrat, CauseContrat cause, TypeParcours parcours, LocalDate? recue = null, bool enRetard = false)
    {
        var donnees = new Dictionary<string, string>
        {
            ["version"] = contrat.Version.ToString(CultureInfo.InvariantCulture),
            ["heures"] = contrat.HeuresParSemaine.ToString(CultureInfo.InvariantCulture),
            ["cause"] = cause.ToString(),
            ["parcours"] = Libelles.De(parcours),
            ["avantLe"] = LocalDatePattern.Iso.Format(contrat.ASignerAvantLe),
        };
        if (recue is { } le)
        {
            donnees[Recue] = LocalDatePattern.Iso.Format(le);
        }

        if (enRetard)
        {
            donnees["enRetard"] = "oui";
        }

        if (contrat is { SigneParPersonneLe: { } personne, SigneParConseillerLe: { } conseiller })
        {
            donnees["signeLe"] = InstantPattern.General.Format(Instant.Max(personne, conseiller));
        }

        return donnees;
    }

    private static List<LigneContratProjetee> Lignes(Saisie saisie) =>
        [.. LignesPersonne(saisie).Concat(LignesOrganisme(saisie)).Select((l, rang) => l with { Ordre = rang + 1 })];

    /// <summary>The activities with hours, in a plan without weekly hours the accompaniment alone; then what every contract asks of a person.</summary>
    private static IEnumerable<LigneContratProjetee> LignesPersonne(Saisie saisie)
    {
        var actions = CatalogueActions.Activites.Where(a => saisie.Heures(PrefixeHeures + a.Code) > 0).ToList();
        var retenues = actions.Count > 0 ? actions : [CatalogueActions.Activites.First(a => a.Code == "accompagnement")];
        return retenues.Select((action, rang) => new LigneContratProjetee
        {
            Ordre = 0,
            Cote = CoteContrat.Personne,
            Nature = action.Code,
            Libelle = action.Libelle,
            HeuresParSemaine = saisie.Heures(PrefixeHeures + action.Code) is > 0 and var heures ? heures : null,
            TexteId = rang == 0 ? saisie.Texte(Objectif) : null,
        }).Append(new LigneContratProjetee
        {
            Ordre = 0,
            Cote = CoteContrat.Personne,
            Nature = CatalogueActions.Assiduite.Code,
            Libelle = CatalogueActions.Assiduite.Libelle,
        });
    }

    private static IEnumerable<LigneContratProjetee> LignesOrganisme(Saisie saisie)
    {
        var retenus = saisie.Codes(Engagements).ToHashSet();
        return CatalogueActions.Organisme.Where(e => retenus.Contains(e.Code)).Prepend(CatalogueActions.ReferentUnique)
            .Select(e => new LigneContratProjetee { Ordre = 0, Cote = CoteContrat.Organisme, Nature = e.Code, Libelle = e.Libelle });
    }
}
