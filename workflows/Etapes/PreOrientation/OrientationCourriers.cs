using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>
/// The letters of the step (art. R5411-8-1). Data: <c>parcours</c>, <c>organisme</c> (labels), <c>decideur</c> (<see cref="Decideur"/>, whose
/// decision it is), <c>signataire</c> (account of who took it), <c>delegation</c> (its reference, where she is of a delegate), <c>raison</c>
/// (a free text) or <c>pourquoi</c> (a phrase).
/// </summary>
internal static class OrientationCourriers
{
    /// <summary>Notice of a first orientation. Data besides: <c>motifs</c> (one a line, none where no computation helped), <c>suivie</c> (<c>oui</c>/<c>non</c>).</summary>
    public static readonly ModeleCourrier Orientation = new("orientation", "notification d’orientation", "parcours", "organisme", "decideur", "signataire", "motifs", "suivie")
    {
        Textes = ["raison"],
        Droit = d => Droits(d, NatureActe.Orientation),
        Apercu = c => Donnees(Proposer(c), c, NatureActe.Orientation),
    };

    /// <summary>Notice of another orientation, asked by the person or proposed by the référent.</summary>
    public static readonly ModeleCourrier Reorientation = new("reorientation", "notification de réorientation", "parcours", "organisme", "decideur", "signataire")
    {
        Textes = ["raison"],
        Droit = d => Droits(d, NatureActe.Reorientation),
        Apercu = c => Donnees(null, c, NatureActe.Reorientation),
    };

    /// <param name="proposition">What a computation proposed; null where none helped.</param>
    /// <param name="parcours">Decided.</param>
    /// <param name="organisme">Decided, by its name in the place.</param>
    /// <param name="suivie">What was proposed was decided.</param>
    /// <param name="raison">Reference of what the decider wrote; null where she followed the proposal.</param>
    /// <param name="decideur">Whose decision it is.</param>
    /// <param name="signataire">Account of who took it.</param>
    /// <param name="delegation">Reference of the convention by which she did; null where it is her own authority's.</param>
    public static Dictionary<string, string> Donnees(
        PropositionOrientation? proposition, TypeParcours parcours, string organisme, bool suivie, string? raison, Decideur decideur, string signataire, string? delegation)
    {
        var donnees = new Dictionary<string, string>
        {
            ["parcours"] = Libelles.De(parcours),
            ["organisme"] = organisme,
            ["decideur"] = decideur.ToString(),
            ["signataire"] = signataire,
        };
        if (delegation is not null)
        {
            donnees["delegation"] = delegation;
        }

        if (raison is not null)
        {
            donnees["raison"] = raison;
        }

        if (proposition is not null)
        {
            (donnees["motifs"], donnees["suivie"]) = (string.Join('\n', proposition.Motifs.Select(Francais.Composer)), suivie ? "oui" : "non");
            if (suivie)
            {
                donnees["pourquoi"] = proposition.Quand;
            }
        }

        return donnees;
    }

    private static PropositionOrientation Proposer(CasApercu c) => PropositionOrientation.Calculer(c.Situation, c.Droit.Loi.Orientation.Logigramme);

    private static Dictionary<string, string> Donnees(PropositionOrientation? proposition, CasApercu c, NatureActe acte)
    {
        var decideur = c.Droit.Competente(acte)?.Autorite.Decideur ?? throw new LettreSansAutoriteException(c.Commune.Nom);
        var donnees = Donnees(proposition, proposition?.Parcours ?? TypeParcours.SocioProfessionnel, c.NomOrganisme, suivie: proposition is not null, null, decideur, "apercu", null);
        if (proposition is null)
        {
            donnees["raison"] = "Nous avons parlé ensemble de ce qui vous aiderait le plus en ce moment. Un autre accompagnement vous convient mieux.";
        }
        else if (!c.Calcul)
        {
            donnees["motifs"] = "";
        }

        return donnees;
    }

    private static Dictionary<string, string> Droits(DroitCourrier d, NatureActe acte)
    {
        var autorite = d.Nommer(d.Donnees["decideur"]);
        IEnumerable<Article> bases = d.Competente(acte) is { } c && c.Autorite.Decideur == autorite.Decideur ? c.Articles : d.Loi.Orientation.DelaiRsa.Articles;
        return new()
        {
            ["autorite"] = autorite.Nom,
            ["adresse"] = autorite.Adresse ?? "",
            ["decide"] = Libelles.Majuscule(autorite.Le),
            ["decisionDe"] = autorite.DuNom,
            ["auDecideur"] = autorite.Au,
            ["qualite"] = d.Qualite(acte, autorite),
            ["bases"] = Article.CiterAuLong(bases),
            ["calcul"] = Article.CiterAuLong(d.Loi.Information.MentionCalcul),
            ["reponseCalcul"] = Francais.Dans(d.Loi.Information.ReponseSurLeCalcul.Duree),
            ["saisineCada"] = Francais.Dans(d.Loi.Information.SaisineCada.Duree),
            ["contrat"] = Francais.DansCeQuiSuit(Delai(d, acte).Duree),
            ["signature"] = Article.CiterAuLong(Delai(d, acte).Articles),
            ["reorientation"] = Article.CiterAuLong(d.Loi.Orientation.Reorientation),
            ["recours"] = string.Join('\n', d.RecoursContre(acte, autorite)),
            ["basesRecours"] = Article.CiterAuLong(d.BasesContre(acte, autorite)),
        };
    }

    private static DelaiDeDroit Delai(DroitCourrier d, NatureActe acte) => acte is NatureActe.Orientation ? d.Loi.Contrat.DelaiSignature : d.Loi.Contrat.DelaiApresReorientation;
}
