using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using static FranceTravail.Parcours.Workflows.Etapes.SuiviActivites.SuiviActivitesTaches;

namespace FranceTravail.Parcours.Workflows.Etapes.SuiviActivites;

/// <summary>
/// Week after week beside the other steps: the person declares her hours, the référent validates them (Code du travail, art.
/// R5411-15). A silence is written down and leads to a call, never to anything else; nothing here holds the journey back.
/// </summary>
internal sealed class SuiviActivitesEtape : IEtape
{
    private const string Ouverture = "semaine";
    private const string Cloture = "cloture-";

    public DefinitionEtape Definition => SuiviActivitesDefinition.Valeur;

    public void Entrer(Visite v)
    {
        var heures = v.Dossier.ContratEnVigueur?.HeuresParSemaine ?? 0;
        var memoire = v.Memoire<SuiviActivitesMemoire>();
        v.Preciser(heures == 0 ? "sans heures hebdomadaires" : $"{Francais.Heures(heures)} par semaine");
        if (heures == 0)
        {
            v.Deprogrammer(Ouverture);
            memoire = memoire with { Prochaine = null };
        }
        else if (memoire.Prochaine is null || heures != (memoire.Suivantes ?? memoire.Promises)?.Heures)
        {
            var promises = new HeuresPromises(v.Aujourdhui.Next(IsoDayOfWeek.Monday), heures);
            v.Constater("suivi.engage", $"Suivi des activités à partir du {Francais.JourEtDate(promises.Depuis)}, {Francais.Heures(heures)} par semaine.", v.Droit.Activites.Article.Citation);
            if (memoire.Prochaine is null)
            {
                v.Programmer(Ouverture, OuvertureDe(v, promises.Depuis));
                memoire = memoire with { Prochaine = promises.Depuis, Promises = promises, Suivantes = null };
            }
            else
            {
                memoire = memoire with { Suivantes = promises };
            }
        }

        v.Retenir(memoire);
        v.Sortir(SuiviActivitesDefinition.Engage);
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        if (tache.Nature == Nouvelles)
        {
            v.Retenir(v.Memoire<SuiviActivitesMemoire>() with { SansDeclaration = 0 });
            v.Constater("suivi.contact", "Contact pris avec la personne après un silence.");
            return "C’est noté.";
        }

        var memoire = v.Memoire<SuiviActivitesMemoire>();
        var semaine = memoire.EnCours.First(s => Id(s.Lundi) == tache.ObjetId);
        return acte.Geste == Declaration
            ? Declarer(v, memoire, semaine, new Saisie(acte))
            : Valider(v, memoire, semaine, acte.Geste == Correction ? new Saisie(acte).Heures(Heures) : semaine.HeuresDeclarees!.Value, new Saisie(acte).Texte(Raison));
    }

    public void SurAlarme(Visite v, string objet)
    {
        var memoire = v.Memoire<SuiviActivitesMemoire>();
        if (objet == Ouverture)
        {
            Ouvrir(v, memoire);
            return;
        }

        var semaine = memoire.EnCours.First(s => s.Lundi == Lundi(objet[Cloture.Length..]));
        if (semaine.Statut == StatutSemaine.Declaree)
        {
            Reprendre(v, memoire, semaine);
        }
        else
        {
            Clore(v, memoire, semaine);
        }
    }

    /// <summary>Nobody waits any more for the weeks that were not declared.</summary>
    public void SurCloture(Visite v)
    {
        foreach (var semaine in v.Memoire<SuiviActivitesMemoire>().EnCours.Where(s => s.Statut == StatutSemaine.ADeclarer))
        {
            v.Projeter(semaine with { Statut = StatutSemaine.NonDeclaree });
        }
    }

    /// <summary>The morning on which the hours of a week can be declared.</summary>
    private static Instant OuvertureDe(VueParcours v, LocalDate lundi) => v.Matin(lundi.Next(SuiviActivitesReglages.Ouverture));

    private static void Ouvrir(Visite v, SuiviActivitesMemoire memoire)
    {
        var lundi = memoire.Prochaine!.Value;
        if (memoire.Suivantes is { } suivantes && suivantes.Depuis <= lundi)
        {
            memoire = memoire with { Promises = suivantes, Suivantes = null };
        }

        var semaine = new SemaineProjetee { Lundi = lundi, HeuresPrevues = memoire.Promises!.Heures, Statut = StatutSemaine.ADeclarer };
        var dimanche = lundi.Next(IsoDayOfWeek.Sunday);
        var dernierJour = v.ParametresDu(lundi).Duree(SuiviActivitesDefinition.DelaiDeclaration).Terme(dimanche);
        v.Projeter(semaine);
        v.Ouvrir(PourLaPersonne(v, semaine, dernierJour));
        v.Programmer(Cloture + Id(lundi), v.Calendrier.FinDuJour(dernierJour));
        v.Programmer(Ouverture, OuvertureDe(v, lundi.PlusWeeks(1)));
        v.Retenir(memoire.Avec(semaine) with { Prochaine = lundi.PlusWeeks(1) });
    }

    private static string Declarer(Visite v, SuiviActivitesMemoire memoire, SemaineProjetee semaine, Saisie saisie)
    {
        var declaree = semaine with { Statut = StatutSemaine.Declaree, HeuresDeclarees = saisie.Heures(Heures) };
        v.Projeter(declaree);
        v.Constater(
            "suivi.declaration",
            $"{Francais.Heures(declaree.HeuresDeclarees.Value)} d’activité {Francais.Accorder("déclarée", declaree.HeuresDeclarees.Value)} pour la semaine du {Francais.Date(semaine.Lundi)}.",
            v.DroitDu(semaine.Lundi).Activites.Article.Citation,
            donnees: saisie.Texte(Detail) is { } detail ? new Dictionary<string, string> { [Detail] = detail } : null);
        v.Retenir(memoire.Avec(declaree) with { SansDeclaration = 0 });
        v.Annuler(Nouvelles);

        // A declared week that nobody validates is settled as declared in the end, so that none stays open for ever.
        v.Programmer(Cloture + Id(semaine.Lundi), v.Calendrier.FinDuJour(SuiviActivitesReglages.RepriseSemaine.Terme(v.Aujourdhui)));
        v.Ouvrir(PourLeConseiller(v, declaree, v.Parametres.Duree(SuiviActivitesDefinition.DelaiValidation).Echeance(v.Aujourdhui, v.Calendrier)));
        return "Votre déclaration est enregistrée.";
    }

    private static string Valider(Visite v, SuiviActivitesMemoire memoire, SemaineProjetee semaine, decimal heures, string? raison)
    {
        v.Projeter(semaine with { Statut = StatutSemaine.Validee, HeuresValidees = heures });
        v.Constater(
            "suivi.validation",
            $"{Francais.Heures(heures)} d’activité {Francais.Accorder("validée", heures)} pour la semaine du {Francais.Date(semaine.Lundi)}"
                + (heures == semaine.HeuresDeclarees ? "." : $", sur {Francais.Heures(semaine.HeuresDeclarees!.Value)} {Francais.Accorder("déclarée", semaine.HeuresDeclarees!.Value)}."),
            v.DroitDu(semaine.Lundi).Activites.Article.Citation,
            donnees: raison is null ? null : new Dictionary<string, string> { [Raison] = raison });
        v.Deprogrammer(Cloture + Id(semaine.Lundi));
        v.Retenir(memoire.Sans(semaine.Lundi));
        return "Les heures sont validées.";
    }

    private static void Clore(Visite v, SuiviActivitesMemoire memoire, SemaineProjetee semaine)
    {
        var silences = memoire.SansDeclaration + 1;
        v.Annuler(SuiviActivitesTaches.Declarer, Id(semaine.Lundi));
        v.Projeter(semaine with { Statut = StatutSemaine.NonDeclaree });
        v.Constater("suivi.sans-declaration", $"Aucune activité déclarée pour la semaine du {Francais.Date(semaine.Lundi)}.", ton: TonFait.Information);
        v.Retenir(memoire.Sans(semaine.Lundi) with { SansDeclaration = silences });
        if (silences >= SuiviActivitesReglages.SilencesAvantAppel && !v.EstOuverte(Nouvelles))
        {
            v.Ouvrir(PrendreDesNouvelles(v, silences));
        }
    }

    private static void Reprendre(Visite v, SuiviActivitesMemoire memoire, SemaineProjetee semaine)
    {
        v.Annuler(SuiviActivitesTaches.Valider, Id(semaine.Lundi));
        v.Constater("suivi.sans-validation", $"Heures de la semaine du {Francais.Date(semaine.Lundi)} conservées telles que déclarées, sans validation.", ton: TonFait.Information);
        v.Retenir(memoire.Sans(semaine.Lundi));
    }
}
