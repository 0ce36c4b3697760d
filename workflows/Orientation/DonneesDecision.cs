using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Orientation;

/// <summary>
/// What every letter of a decision of orientation says (art. R5411-8-1): whose decision it is, who took it, why, and what may be done
/// against it. Data: <c>parcours</c>, <c>organisme</c> (labels), <c>decideur</c> (<see cref="Decideur"/>), <c>rsa</c>
/// (<see cref="DroitCourrier.Rsa"/>), <c>signataire</c> (account of who took it), <c>delegation</c> (its reference, where she is of a delegate), <c>raison</c> (a free text), <c>bases</c> (what gave the power).
/// </summary>
internal static class DonneesDecision
{
    /// <summary>Datum of an orientation, first or new: the <see cref="CauseContrat"/> of the contract that follows it.</summary>
    public const string Contrat = "contrat";

    /// <summary>Datum: <c>oui</c> where the organism has received her already.</summary>
    public const string Accueillie = "accueillie";

    /// <param name="parcours">Decided.</param>
    /// <param name="organisme">Decided, by its name in the place.</param>
    /// <param name="decideur">Whose decision it is.</param>
    /// <param name="rsa">Whether she has the RSA.</param>
    /// <param name="signataire">Account of who took it.</param>
    /// <param name="delegation">Reference of the convention by which she did; null where it is her own authority's.</param>
    /// <param name="raison">Reference of what she wrote; null where she followed the proposal.</param>
    /// <param name="articles">What gave the power to decide.</param>
    public static Dictionary<string, string> De(TypeParcours parcours, string organisme, Decideur decideur, string rsa, string signataire, string? delegation, string? raison, IEnumerable<Article> articles)
    {
        var donnees = new Dictionary<string, string>
        {
            ["parcours"] = Libelles.De(parcours),
            ["organisme"] = organisme,
            ["decideur"] = decideur.ToString(),
            [DroitCourrier.Rsa] = rsa,
            ["signataire"] = signataire,
            ["bases"] = Article.CiterAuLong(articles),
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
        var signature = d.Donnees.GetValueOrDefault(Contrat) is { } dite && Enum.TryParse<CauseContrat>(dite, out var cause) ? cause.Delai(d.Loi.Contrat) : null;
        return new()
        {
            ["autorite"] = autorite.Nom,
            ["adresse"] = autorite.Adresse ?? "",
            ["decide"] = Francais.Majuscule(autorite.Le),
            ["decisionDe"] = autorite.DuNom,
            ["auDecideur"] = autorite.Au,
            ["qualite"] = d.Qualite(acte, autorite),
            ["calcul"] = Article.CiterAuLong(d.Loi.Information.MentionCalcul),
            ["reponseCalcul"] = Francais.Dans(d.Loi.Information.ReponseSurLeCalcul.Duree),
            ["saisineCada"] = Francais.Dans(d.Loi.Information.SaisineCada.Duree),
            ["contrat"] = signature is null ? "" : Francais.DansCeQuiSuit(signature.Duree),
            ["signature"] = Article.CiterAuLong(signature?.Articles ?? []),
            ["reorientation"] = Article.CiterAuLong(d.Loi.Orientation.Reorientation),
            ["recours"] = string.Join('\n', d.RecoursContre(acte, autorite)),
            ["basesRecours"] = Article.CiterAuLong(d.BasesContre(acte, autorite)),
        };
    }
}
