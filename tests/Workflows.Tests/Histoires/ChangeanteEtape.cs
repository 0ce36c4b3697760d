using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Tests.Histoires;

/// <summary>A step of the tests whose code changes while its journeys run: a delay, a sentence, a reminder.</summary>
internal sealed class ChangeanteEtape : IEtape
{
    public const string Type = "Essai.Changeante";
    public const string Repondre = "repondre";
    private const string Limite = "limite";

    /// <summary>The code of the moment.</summary>
    public static Regles Code { get; set; } = new(Delai: 10, Phrase: "Une réponse est attendue.", Rappel: 2);

    public DefinitionEtape Definition { get; } = new()
    {
        Type = Type,
        Nom = "Étape changeante",
        Description = "Quelqu’un répond dans un délai.",
        Entrees = [],
        Sorties = [new SortieEtape("Suite", "Suite")],
    };

    public void Entrer(Visite v)
    {
        var echeance = v.Echeance(v.Delai(Limite, () => v.Aujourdhui.PlusDays(Code.Delai)), "Délai de réponse");
        v.Attendre("Réponse", echeance);
        v.Programmer(Limite, echeance.Fin);
        v.Constater("changeante.ouverte", Code.Phrase);
        v.Ouvrir(new NouvelleTache
        {
            Nature = Repondre,
            Libelle = "répondre",
            Responsable = v.Referent(),
            Echeance = echeance,
            Gestes = [new Geste { Code = "repondre", Libelle = "Répondre", Principal = true }],
            Rappels = v.MatinsAvant(echeance.Jour, [Code.Rappel]),
        });
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        v.Constater("changeante.repondue", Code.Phrase);
        v.Sortir("Suite");
        return "C’est noté.";
    }

    public void SurAlarme(Visite v, string objet) => v.Sortir("Suite");

    internal sealed record Regles(int Delai, string Phrase, int Rappel);
}
