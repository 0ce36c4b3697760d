using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Droit.Recours;

namespace FranceTravail.Parcours.Workflows.Courriers;

/// <summary>The law as a letter says it to its person: that of the day of the letter, with the authorities of the place where she lives.</summary>
/// <param name="Loi">Of the day of the letter.</param>
/// <param name="Competences">Who is competent, by place.</param>
/// <param name="Commune">INSEE code of where she lives.</param>
/// <param name="Rsa">She receives RSA.</param>
public sealed record DroitCourrier(Loi Loi, TableCompetence Competences, string Commune, bool Rsa)
{
    /// <summary>What the letter itself says of the case.</summary>
    public IReadOnlyDictionary<string, string> Donnees { get; init; } = new Dictionary<string, string>();

    /// <summary>How a suspension would be challenged, a sentence for each authority that could decide one.</summary>
    public IEnumerable<string> Recours()
    {
        yield return Dire("de France Travail", null, Voies(Decideur.FranceTravail));
        if (Rsa)
        {
            var autorite = CodeGeographique.Trouver(Commune, Loi.Le)?.Commune is { } lieu && Competences.SanctionRsa(lieu, Loi.Le) is ReponseCompetence.Competente c ? c.Autorite : null;
            yield return Dire(autorite is null ? "sur le RSA" : $"du {autorite.Titre} sur le RSA", autorite?.Adresse, VoiesRsa);
        }
    }

    /// <summary>The articles on which these remedies rest.</summary>
    public IEnumerable<Article> BasesRecours() => Voies(Decideur.FranceTravail).Concat(Rsa ? VoiesRsa : []).SelectMany(v => v.Delai.Articles);

    private IReadOnlyList<VoieRecours> VoiesRsa => Voies(Decideur.PresidentConseilDepartemental);

    private IReadOnlyList<VoieRecours> Voies(Decideur decideur) => Loi.Recours.Contre(NatureActe.Suspension, decideur);

    private static string Dire(string decision, string? adresse, IReadOnlyList<VoieRecours> voies) =>
        $"Une décision {decision} se conteste par {string.Join(", puis par ", voies.Select(v => v.Libelle))}.{(adresse is null ? "" : $" Ce recours s’adresse à : {adresse}.")}";
}
