using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime.Text;

namespace FranceTravail.Parcours.Activities.Tests.EtapeNouvelle;

/// <summary>A step that the product does not have: a sponsor is asked of a partner, the person is told, somebody notes that they met.</summary>
internal sealed class ParrainageEtape : IEtape
{
    public const string Type = "Essai.Parrainage";
    public const string Noter = "noter-parrainage";

    /// <summary>Data: <c>avantLe</c>.</summary>
    private static readonly ModeleCourrier Courrier = new("parrainage", "annonce du parrainage", "avantLe")
    {
        Apercu = c => new Dictionary<string, string> { ["avantLe"] = NodaTime.Text.LocalDatePattern.Iso.Format(c.Le) },
    };

    public DefinitionEtape Definition { get; } = new()
    {
        Type = Type,
        Nom = "Parrainage",
        Description = "Une personne du métier est présentée à la personne.",
        EnClair = _ => "Vous rencontrez une personne qui fait le métier que vous visez.",
        PourLaPersonne = new Dictionary<string, string> { [Noter] = "Vous présenter une personne du métier" },
        Carte = new CarteEtape("Une rencontre se prépare", "Nous cherchons une personne qui fait le métier que vous visez."),
        Entrees = [new EntreeEtape { Nom = "Delai", Libelle = "Délai", Description = "Pour la rencontre.", Type = TypeEntree.Duree, Reglage = _ => new("P21D", "P7D", "P60D") }],
        Sorties = [new SortieEtape("Rencontre", "Rencontre faite")],
    };

    public void Entrer(Visite v)
    {
        var echeance = v.Echeance(v.Delai("rencontre", () => v.Parametres.Duree("Delai").Echeance(v.Aujourdhui, v.Calendrier)), "Rencontre avec le parrain");
        v.Attendre("Parrainage", echeance);
        v.Demander("parrain", ParrainageServices.Chercher, new ParrainageServices.ParrainDemande(v.Territoire));
        v.Ecrire("parrainage", Courrier, new() { ["avantLe"] = LocalDatePattern.Iso.Format(echeance.Jour) });
        v.Ouvrir(new NouvelleTache
        {
            Nature = Noter,
            Libelle = "noter la rencontre avec le parrain",
            Responsable = v.Referent(),
            Echeance = echeance,
            Gestes = [new Geste { Code = "faite", Libelle = "Rencontre faite", Principal = true }],
            EscaladeLe = echeance.Fin,
        });
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        v.Constater("parrainage.rencontre", "Le parrain et la personne se sont rencontrés.");
        v.Sortir("Rencontre");
        return "C’est noté.";
    }

    public void SurReponse(Visite v, Demande demande, Reponse reponse)
    {
        if (ParrainageServices.Chercher.Lire(demande, reponse) is { } trouve)
        {
            v.Constater("parrainage.trouve", $"Parrain trouvé : {trouve.Nom}.");
        }
    }
}
