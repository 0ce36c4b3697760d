using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Droit.Questions;
using FranceTravail.Parcours.Workflows.Droit.Recours;

namespace FranceTravail.Parcours.Workflows.Courriers;

/// <summary>The law as a letter says it to its person: that of the day of the letter, with the authorities of the place where she lives.</summary>
/// <param name="Loi">Of the day of the letter.</param>
/// <param name="Competences">Who is competent, by place.</param>
/// <param name="Commune">INSEE code of where she lives.</param>
/// <param name="Personne">She, as far as competence looks at her.</param>
public sealed record DroitCourrier(Loi Loi, TableCompetence Competences, string Commune, PersonneConcernee Personne)
{
    /// <summary>Datum of a letter that tells a decision: <c>oui</c> or <c>non</c>, she had the RSA when it was taken.</summary>
    public const string Rsa = "rsa";

    private static readonly NatureActe[] Sanctions = [NatureActe.Radiation, NatureActe.Suspension, NatureActe.Avertissement];

    /// <summary>What the letter itself says of the case.</summary>
    public IReadOnlyDictionary<string, string> Donnees { get; init; } = new Dictionary<string, string>();

    /// <summary>Where she lives; null where the code leads to no commune.</summary>
    public Commune? Lieu => CodeGeographique.Trouver(Commune, Loi.Le)?.Commune;

    /// <summary>Who decides an act for her; null where nobody can be named.</summary>
    public ReponseCompetence.Competente? Competente(NatureActe acte) =>
        Lieu is { } lieu ? Competences.Trouver(acte, Personne, lieu, Loi.Le) as ReponseCompetence.Competente : null;

    /// <summary>An authority, by the name of its <see cref="Decideur"/>, as it is called and written to where she lives.</summary>
    /// <exception cref="FormatException">It is none, or the commune is none.</exception>
    public Autorite Nommer(string decideur) => Enum.TryParse<Decideur>(decideur, out var lu) && Lieu is { } lieu
        ? Competences.Nommer(lu, lieu, Loi.Le)
        : throw new FormatException("An authority that is none, or a place that is none.");

    /// <summary>The decision that the letter tells is about somebody who has the RSA: as the decision says it, else as she is on the day of the letter.</summary>
    private bool SurLeRsa => !Donnees.TryGetValue(Rsa, out var dit) ? Personne.ARsa
        : Codes.OuiNon.TryGetValue(dit, out var oui) ? oui : throw new FormatException("Neither « oui » nor « non ».");

    /// <summary>What she may do against a decision that this letter tells her: one paragraph for each thing to know, in order.</summary>
    public IEnumerable<string> RecoursContre(NatureActe acte, Autorite autorite) => RecoursEnClair.Dire(Loi.Recours, acte, autorite, SurLeRsa);

    /// <summary>The articles on which these remedies rest.</summary>
    public IEnumerable<Article> BasesContre(NatureActe acte, Autorite autorite) => Loi.Recours.Contre(acte, autorite.Decideur, SurLeRsa).SelectMany(v => v.Delai.Articles);

    /// <summary>In which quality the signatory of the letter, its <c>signataire</c>, took an authority's decision (CRPA, art. L212-1).</summary>
    public string Qualite(NatureActe acte, Autorite autorite)
    {
        var convention = Donnees.GetValueOrDefault("delegation");
        var delegataire = Competences.Delegations.FirstOrDefault(d => d.Reference == convention && d.De == autorite.Decideur)?.A;
        var agentDe = convention is null ? autorite.Decideur : delegataire;
        var signature = Lieu is { } lieu && agentDe is { } corps
            ? Competences.Signatures.FirstOrDefault(s => s.Compte == Donnees["signataire"] && s.Vaut(acte, corps, lieu, Loi.Le))?.Qualite : null;
        var qualite = signature ?? (agentDe is Decideur.FranceTravail ? "conseiller de France Travail" : null);
        return (convention, signature) switch
        {
            ({ } reference, _) => $"{(qualite is null ? "" : $"{qualite}, ")}par délégation {autorite.DuNom} ({reference})",
            (null, { } propre) => $"{propre}, par délégation {autorite.DuNom}",
            _ => qualite ?? $"pour {autorite.Le}",
        };
    }

    /// <summary>How a sanction would be challenged, a sentence for each authority that could decide one.</summary>
    public IEnumerable<string> RecoursContreUneSanction() => VoiesContreUneSanction().Select(v => v.Phrase);

    /// <summary>The articles on which these remedies rest.</summary>
    public IEnumerable<Article> BasesRecours() => VoiesContreUneSanction().SelectMany(v => v.Voies).SelectMany(v => v.Delai.Articles);

    private IEnumerable<(string Phrase, IReadOnlyList<VoieRecours> Voies)> VoiesContreUneSanction()
    {
        var possibles = Sanctions.Select(acte => (Acte: acte, Competente: Competente(acte))).Where(s => s.Competente is not null).DistinctBy(s => s.Competente!.Autorite.Decideur).ToList();
        foreach (var (acte, competente) in possibles)
        {
            var voies = Loi.Recours.Contre(acte, competente!.Autorite.Decideur, Personne.ARsa);
            yield return (RecoursEnClair.Resumer(Loi.Recours, competente.Autorite, surLeRsa: Personne.ARsa && acte is NatureActe.Suspension, voies), voies);
        }

        // Who would decide is not known there: the remedy is the same, whoever it is.
        if (Personne.ARsa && possibles.All(s => s.Acte is not NatureActe.Suspension))
        {
            var voies = Loi.Recours.Contre(NatureActe.Suspension, Decideur.PresidentConseilDepartemental, surLeRsa: true);
            yield return (RecoursEnClair.Resumer(Loi.Recours, null, surLeRsa: true, voies), voies);
        }
    }
}
