using System.Globalization;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;
using static FranceTravail.Parcours.Workflows.Etapes.ContratEngagement.ContratEngagementTaches;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>Makes a contract of what the référent entered.</summary>
internal static class Contrats
{
    public static ContratProjete Etablir(VueParcours v, Acte acte, LocalDate avantLe)
    {
        var saisie = new Saisie(acte);
        var lignes = LignesPersonne(saisie).Concat(LignesOrganisme(v, saisie)).Select((l, rang) => l with { Ordre = rang + 1 }).ToList();
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

    public static Dictionary<string, string> Donnees(ContratProjete contrat, CauseContrat cause, bool enRetard = false)
    {
        var donnees = new Dictionary<string, string>
        {
            ["version"] = contrat.Version.ToString(CultureInfo.InvariantCulture),
            ["heures"] = contrat.HeuresParSemaine.ToString(CultureInfo.InvariantCulture),
            ["cause"] = cause.ToString(),
            ["avantLe"] = LocalDatePattern.Iso.Format(contrat.ASignerAvantLe),
        };
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

    private static IEnumerable<LigneContratProjetee> LignesOrganisme(VueParcours v, Saisie saisie)
    {
        var retenus = saisie.Codes(Engagements).ToHashSet();
        return CatalogueActions.Organisme(v.Rythme).Where(e => retenus.Contains(e.Code)).Prepend(CatalogueActions.ReferentUnique)
            .Select(e => new LigneContratProjetee { Ordre = 0, Cote = CoteContrat.Organisme, Nature = e.Code, Libelle = e.Libelle });
    }
}
