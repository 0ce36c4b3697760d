using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Orientation;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.Reorientation;

/// <summary>The letters of the step.</summary>
internal static class ReorientationCourriers
{
    /// <summary>It is asked for. Data: <c>par</c> (<c>personne</c>, <c>organisme</c>), <c>avantLe</c>, <c>texte</c> (a free text: why), <c>decideur</c> (who answers; absent where nobody can be named).</summary>
    public static readonly ModeleCourrier Demandee = new("reorientation-demandee", "demande d’une autre orientation", "par", "avantLe", "texte")
    {
        Textes = ["texte"],
        Apercu = c => Donnees(parPersonne: true, c.Bientot, "L’organisme est loin de chez moi, et je travaille déjà avec une conseillère de l’autre.", c.Droit.Competente(NatureActe.Reorientation)),
        Droit = d => new Dictionary<string, string>
        {
            ["reorientation"] = Article.CiterAuLong(d.Loi.Orientation.Reorientation),
            ["decide"] = d.Donnees.TryGetValue("decideur", out var decideur) ? d.Nommer(decideur).Le : "l’autorité compétente",
        },
    };

    /// <summary>Notice of another orientation (<see cref="DonneesDecision"/>).</summary>
    public static readonly ModeleCourrier Reorientation = new("reorientation", "notification de réorientation", "parcours", "organisme", "decideur", DroitCourrier.Rsa, "signataire", "bases", DonneesDecision.Contrat, "raison")
    {
        Textes = ["raison"],
        Droit = d => DonneesDecision.Droits(d, NatureActe.Reorientation),
        Apercu = c => new Dictionary<string, string>(DonneesDecision.De(
            TypeParcours.SocioProfessionnel, c.NomOrganisme, c.Decideur(NatureActe.Reorientation), c.DitRsa, "apercu", null, "Nous avons parlé ensemble de ce qui vous aiderait le plus en ce moment. Un autre accompagnement vous convient mieux.", c.Droit.Competente(NatureActe.Reorientation)!.Articles))
        {
            [DonneesDecision.Contrat] = nameof(CauseContrat.Reorientation),
        },
    };

    /// <summary>It is refused: with the reasons, and what the person may do then. Data: <c>decideur</c>, <c>rsa</c>, <c>signataire</c>, <c>delegation</c>, <c>raison</c>, <c>bases</c>.</summary>
    public static readonly ModeleCourrier Refusee = new("reorientation-refusee", "refus d’une autre orientation", "decideur", DroitCourrier.Rsa, "signataire", "bases", "raison")
    {
        Textes = ["raison"],
        Droit = d => DonneesDecision.Droits(d, NatureActe.Reorientation),
        Apercu = c => Refus(c.Decideur(NatureActe.Reorientation), c.DitRsa, "apercu", null, "L’organisme demandé n’accompagne pas de personnes dans votre commune. Votre référent peut changer, si vous le souhaitez.", c.Droit.Competente(NatureActe.Reorientation)!.Articles),
    };

    /// <param name="parPersonne">She asks for it, and not her organism.</param>
    /// <param name="avantLe">Last day to decide.</param>
    /// <param name="texte">Reference of what was written.</param>
    /// <param name="reponse">Who decides, if somebody can be named.</param>
    public static Dictionary<string, string> Donnees(bool parPersonne, LocalDate avantLe, string texte, ReponseCompetence? reponse)
    {
        var donnees = new Dictionary<string, string> { ["par"] = parPersonne ? "personne" : "organisme", ["avantLe"] = LocalDatePattern.Iso.Format(avantLe), ["texte"] = texte };
        if (reponse is ReponseCompetence.Competente { Autorite.Decideur: var decideur })
        {
            donnees["decideur"] = decideur.ToString();
        }

        return donnees;
    }

    /// <param name="decideur">Whose refusal it is.</param>
    /// <param name="rsa">Whether she has the RSA.</param>
    /// <param name="signataire">Account of who refused.</param>
    /// <param name="delegation">Reference of the convention by which she did; null where it is her own authority's.</param>
    /// <param name="raison">Reference of the reasons.</param>
    /// <param name="articles">What gave the power to decide.</param>
    public static Dictionary<string, string> Refus(Decideur decideur, string rsa, string signataire, string? delegation, string raison, IEnumerable<Article> articles)
    {
        var donnees = new Dictionary<string, string> { ["decideur"] = decideur.ToString(), [DroitCourrier.Rsa] = rsa, ["signataire"] = signataire, ["raison"] = raison, ["bases"] = Article.CiterAuLong(articles) };
        if (delegation is not null)
        {
            donnees["delegation"] = delegation;
        }

        return donnees;
    }
}
