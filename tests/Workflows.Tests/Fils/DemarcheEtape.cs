using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Tests.Fils;

/// <summary>A step of the tests: somebody must answer within a delay, the world is asked something, and who is silent is passed over.</summary>
internal sealed class DemarcheEtape : IEtape
{
    public const string Type = "Essai.Demarche";
    private const string Limite = "limite";
    private const string Instruire = "instruire";

    public DefinitionEtape Definition { get; } = new()
    {
        Type = Type,
        Nom = "Démarche",
        Description = "Une démarche est instruite.",
        PermetUneBoucle = true,
        Entrees = [new EntreeEtape { Nom = "Delai", Libelle = "Délai", Description = "Pour instruire.", Type = TypeEntree.Duree, Reglage = _ => new("P10D", "P1D", "P60D") }],
        Sorties = [new SortieEtape("Suite", "Suite"), new SortieEtape("Reprise", "Reprise")],
    };

    public void Entrer(Visite v)
    {
        var jour = v.Delai(Limite, () => v.Parametres.Duree("Delai").Terme(v.Aujourdhui));
        var echeance = v.Echeance(jour, "Délai de la démarche");
        v.Attendre("Instruction", echeance);
        v.Programmer(Limite, echeance.Fin);
        v.Constater("demarche.ouverte", $"Démarche à instruire ({v.Noeud.Titre}).");
        v.Ouvrir(new NouvelleTache
        {
            Nature = Instruire,
            Libelle = $"instruire la démarche « {v.Noeud.Titre} »",
            Responsable = v.Referent(),
            Echeance = echeance,
            Gestes = [new Geste { Code = "suite", Libelle = "Donner suite", Principal = true }, new Geste { Code = "reprise", Libelle = "Reprendre" }],
            Rappels = v.MatinsAvant(jour, [2]),
            EscaladeLe = echeance.Fin,
        });
        v.Demander("avis", FranceTravailServices.Inscrire, new InscriptionDemandee { Territoire = v.Territoire });
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        v.Constater("demarche.instruite", "Démarche instruite.");
        v.Sortir(acte.Geste == "suite" ? "Suite" : "Reprise");
        return "C’est noté.";
    }

    public void SurAlarme(Visite v, string objet)
    {
        v.Constater("demarche.silence", "Démarche restée sans réponse.");
        v.Sortir("Suite");
    }

    public void SurReponse(Visite v, Demande demande, Reponse reponse) => v.Constater("demarche.avis", "Avis reçu.");
}
