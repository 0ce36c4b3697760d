using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>The letter of the step.</summary>
internal static class OrientationCourriers
{
    /// <summary>
    /// Notice of a first orientation (<see cref="DonneesDecision"/>). Data besides: <c>motifs</c> (one a line, none where no computation
    /// helped), <c>suivie</c> (<c>oui</c>/<c>non</c>), <c>pourquoi</c> (a phrase, where the proposal is followed).
    /// </summary>
    public static readonly ModeleCourrier Orientation = new("orientation", "notification d’orientation", "parcours", "organisme", "decideur", DroitCourrier.Rsa, "signataire", "bases", DonneesDecision.Contrat, "motifs", "suivie")
    {
        Textes = ["raison"],
        Droit = d => DonneesDecision.Droits(d, NatureActe.Orientation),
        Apercu = Apercu,
    };

    /// <summary>What the letter says of the proposal.</summary>
    public static Dictionary<string, string> Donnees(PropositionOrientation proposition, bool suivie)
    {
        var donnees = new Dictionary<string, string>
        {
            ["motifs"] = string.Join('\n', proposition.Motifs.Select(Francais.Composer)),
            ["suivie"] = suivie ? "oui" : "non",
        };
        if (suivie)
        {
            donnees["pourquoi"] = proposition.Quand;
        }

        return donnees;
    }

    private static Dictionary<string, string> Apercu(CasApercu c)
    {
        var proposition = PropositionOrientation.Calculer(c.Situation, c.Droit.Loi.Orientation.Logigramme);
        var donnees = DonneesDecision.De(proposition.Parcours, c.NomOrganisme, c.Decideur(NatureActe.Orientation), c.DitRsa, "apercu", null, null, c.Droit.Competente(NatureActe.Orientation)!.Articles);
        donnees[DonneesDecision.Contrat] = nameof(CauseContrat.Orientation);
        foreach (var (nom, valeur) in Donnees(proposition, suivie: true))
        {
            donnees[nom] = nom == "motifs" && !c.Calcul ? "" : valeur;
        }

        return donnees;
    }
}
