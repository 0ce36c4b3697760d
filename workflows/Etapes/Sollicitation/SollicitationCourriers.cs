using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
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
    /// (<see cref="Decideur"/>, for whom the référent answers), <c>rsa</c>.
    /// </summary>
    public static readonly ModeleCourrier Refusee = new("sollicitation-refusee", "refus d’une demande", "objet", "raison", "decideur", DroitCourrier.Rsa)
    {
        Textes = ["raison"],
        Apercu = c => new Dictionary<string, string>
        {
            ["objet"] = SollicitationDefinition.Objets.First(o => o.Code == "rendez-vous").Libelle,
            ["raison"] = "Le rendez-vous est déjà pris pour mercredi prochain, et il n’y en a pas de libre avant.",
            ["decideur"] = PourQui(c.Organisme, () => Equipe.De(OrganismeReferent.ConseilDepartemental, c.Droit.Competences, c.Commune, c.Le)?.Autorite).ToString(),
            [DroitCourrier.Rsa] = c.DitRsa,
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

    /// <summary>For whom the référent answers.</summary>
    /// <param name="organisme">That accompanies.</param>
    /// <param name="executif">Of the département where she lives, as an authority; null where it cannot be named.</param>
    public static Decideur PourQui(OrganismeReferent? organisme, Func<Decideur?> executif) => organisme switch
    {
        OrganismeReferent.MissionLocale => Decideur.MissionLocale,
        OrganismeReferent.CapEmploi => Decideur.CapEmploi,
        OrganismeReferent.ConseilDepartemental or OrganismeReferent.Delegataire => executif() ?? Decideur.PresidentConseilDepartemental,
        _ => Decideur.FranceTravail,
    };

    private static Dictionary<string, string> Objet(CasApercu c) => new() { ["objet"] = SollicitationDefinition.Objets[0].Libelle };
}
