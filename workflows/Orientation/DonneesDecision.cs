using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Orientation;

/// <summary>
/// What every letter of a decision of orientation says (art. R5411-8-1): whose decision it is, who took it, why, and what may be done
/// against it. Data: <c>parcours</c>, <c>organisme</c> (labels), <c>decideur</c> (<see cref="Decideur"/>), <c>signataire</c> (account of who
/// took it), <c>delegation</c> (its reference, where she is of a delegate), <c>raison</c> (a free text).
/// </summary>
internal static class DonneesDecision
{
    /// <summary>Datum of a réorientation: <c>oui</c> where no contract is signed yet, so that the month of the first one begins anew.</summary>
    public const string PremierContrat = "premierContrat";

    /// <param name="parcours">Decided.</param>
    /// <param name="organisme">Decided, by its name in the place.</param>
    /// <param name="decideur">Whose decision it is.</param>
    /// <param name="signataire">Account of who took it.</param>
    /// <param name="delegation">Reference of the convention by which she did; null where it is her own authority's.</param>
    /// <param name="raison">Reference of what she wrote; null where she followed the proposal.</param>
    public static Dictionary<string, string> De(TypeParcours parcours, string organisme, Decideur decideur, string signataire, string? delegation, string? raison)
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

        return donnees;
    }

    /// <summary>The law of such a letter.</summary>
    public static Dictionary<string, string> Droits(DroitCourrier d, NatureActe acte)
    {
        var autorite = d.Nommer(d.Donnees["decideur"]);
        IEnumerable<Article> bases = d.Competente(acte) is { } c && c.Autorite.Decideur == autorite.Decideur ? c.Articles
            : acte is NatureActe.Orientation ? d.Loi.Orientation.DelaiRsa.Articles
            : [d.Loi.Orientation.Reorientation];
        var signature = acte is NatureActe.Orientation ? d.Loi.Contrat.DelaiSignature : d.Loi.Contrat.DelaiApresReorientation;
        IEnumerable<Article> delai = d.Donnees.GetValueOrDefault(PremierContrat) == "oui" ? [d.Loi.Contrat.NouvelleOrientation] : signature.Articles;
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
            ["contrat"] = Francais.DansCeQuiSuit(signature.Duree),
            ["signature"] = Article.CiterAuLong(delai),
            ["reorientation"] = Article.CiterAuLong(d.Loi.Orientation.Reorientation),
            ["recours"] = string.Join('\n', d.RecoursContre(acte, autorite)),
            ["basesRecours"] = Article.CiterAuLong(d.BasesContre(acte, autorite)),
        };
    }
}
