using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Droit;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.Sollicitation;

/// <summary>The letters of the step. Data: <c>objet</c>, as people say it.</summary>
internal static class SollicitationCourriers
{
    /// <summary>It has come in. Data besides: <c>avantLe</c>.</summary>
    public static readonly ModeleCourrier Recue = new("sollicitation-recue", "accusé de réception", "objet", "avantLe")
    {
        Apercu = c => new Dictionary<string, string>(Objet(c)) { ["avantLe"] = LocalDatePattern.Iso.Format(c.Bientot) },
    };

    /// <summary>It is answered.</summary>
    public static readonly ModeleCourrier Repondue = new("sollicitation-repondue", "réponse à une demande", "objet")
    {
        Apercu = Objet,
    };

    /// <summary>
    /// It is refused: with the reasons, and what the person may do then. Data besides: <c>raison</c> (a free text), <c>decideur</c>
    /// (<see cref="Decideur"/>, for whom the référent answers).
    /// </summary>
    public static readonly ModeleCourrier Refusee = new("sollicitation-refusee", "refus d’une demande", "objet", "raison", "decideur")
    {
        Textes = ["raison"],
        Apercu = c => new Dictionary<string, string>(Objet(c))
        {
            ["raison"] = "Le rendez-vous est déjà pris pour mercredi prochain, et il n’y en a pas de libre avant.",
            ["decideur"] = (c.Droit.Competente(NatureActe.Reorientation)?.Autorite.Decideur ?? Decideur.FranceTravail).ToString(),
        },
        Droit = d =>
        {
            var autorite = d.Nommer(d.Donnees["decideur"]);
            return new Dictionary<string, string>
            {
                ["recours"] = string.Join('\n', d.RecoursContre(NatureActe.Reorientation, autorite)),
                ["articles"] = Article.CiterAuLong(d.BasesContre(NatureActe.Reorientation, autorite)),
            };
        },
    };

    private static Dictionary<string, string> Objet(CasApercu c) => new() { ["objet"] = SollicitationDefinition.Objets[0].Libelle };
}
