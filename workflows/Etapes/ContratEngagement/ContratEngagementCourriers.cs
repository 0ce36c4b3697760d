using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>The letters of the step.</summary>
internal static class ContratEngagementCourriers
{
    /// <summary>The contract is ready to be signed. Data: <c>version</c>, <c>heures</c>, <c>avantLe</c>, <c>parcours</c>, <c>cause</c> (<see cref="CauseContrat"/>), and <see cref="Contrats.Recue"/> where it is known.</summary>
    public static readonly ModeleCourrier ASigner = new("contrat-a-signer", "contrat à signer", "version", "heures", "avantLe", "parcours", "cause")
    {
        Droit = ASignerDansLeDelai,
        Apercu = c => Contrats.Donnees(Contrats.Exemple(c, signe: false), CauseContrat.Orientation, TypeParcours.Professionnel),
        Contrat = c => Contrats.Exemple(c, signe: false),
    };

    /// <summary>The contract is signed by both. Data: <c>version</c>, <c>heures</c>, <c>signeLe</c>, <c>parcours</c>.</summary>
    public static readonly ModeleCourrier Signe = new("contrat-signe", "contrat signé", "version", "heures", "signeLe", "parcours")
    {
        Droit = d => Droits(d, d.Loi.Contrat.Contenu),
        Apercu = c => Contrats.Donnees(Contrats.Exemple(c, signe: true), CauseContrat.Orientation, TypeParcours.Professionnel),
        Contrat = c => Contrats.Exemple(c, signe: true),
    };

    /// <summary>Without a receipt the delay has not begun: the letter says when it does, and no day.</summary>
    private static Dictionary<string, string> ASignerDansLeDelai(DroitCourrier d)
    {
        var delai = Cause(d).Delai(DroitDuDelai(d).Contrat);
        var droits = Droits(d, [.. d.Loi.Contrat.Contenu, .. delai?.Articles ?? []]);
        if (delai is not null && !d.Donnees.ContainsKey(Contrats.Recue))
        {
            droits["delai"] = Francais.DansCeQuiSuit(delai.Duree);
        }

        return droits;
    }

    /// <summary>The delay is that of the day of the receipt; while that is not known, of the day of the letter.</summary>
    private static Loi DroitDuDelai(DroitCourrier d) =>
        d.Donnees.GetValueOrDefault(Contrats.Recue) is { } recue ? d.Competences.Lois.Au(LocalDatePattern.Iso.Parse(recue).Value) : d.Loi;

    private static CauseContrat Cause(DroitCourrier d) => Enum.TryParse<CauseContrat>(d.Donnees["cause"], out var cause) ? cause : throw new FormatException("The cause of a contract is not one.");

    private static Dictionary<string, string> Droits(DroitCourrier d, IEnumerable<Article> contrat)
    {
        var observations = d.Personne.ARsa ? d.Loi.Procedure.ObservationsRsa : d.Loi.Procedure.Observations;
        return new()
        {
            ["observations"] = Francais.DureeEnToutesLettres(observations.Duree),
            ["recours"] = string.Join('\n', d.RecoursContreUneSanction()),
            ["articles"] = Article.CiterAuLong([.. contrat, .. d.Loi.Procedure.Observations.Articles.Union(observations.Articles), .. d.BasesRecours()]),
        };
    }
}
