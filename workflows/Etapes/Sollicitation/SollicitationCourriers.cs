using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Droit.Questions;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.Sollicitation;

/// <summary>The letters of the step. Data: <c>objet</c>, as people say it.</summary>
internal static class SollicitationCourriers
{
    /// <summary>It has come in. Data besides: <c>avantLe</c>.</summary>
    public static readonly ModeleCourrier Recue = new("sollicitation-recue", "accusé de réception", "objet", "avantLe")
    {
        Apercu = c => new Dictionary<string, string> { ["objet"] = SollicitationDefinition.Objets[0].Libelle, ["avantLe"] = LocalDatePattern.Iso.Format(c.Bientot) },
    };

    public const string Acceptee = "acceptee";

    /// <summary>It is answered. Data besides: <c>acceptee</c> (<c>oui</c> where it could have been refused).</summary>
    public static readonly ModeleCourrier Repondue = new("sollicitation-repondue", "réponse à une demande", "objet", Acceptee)
    {
        Apercu = _ => new Dictionary<string, string> { ["objet"] = LibelleRevision, [Acceptee] = Codes.De(true) },
    };

    /// <summary>
    /// It is refused: with the reasons, who says so, and what the person may do then. Data besides: <c>raison</c> (a free text),
    /// <c>signataire</c> (account of who refused), <c>referent</c> (<c>oui</c> when that is her référent), <c>decideur</c>
    /// (<see cref="Decideur"/> for whom she answers, where it can be named), <c>rsa</c> (the decision is one on the RSA).
    /// </summary>
    public static readonly ModeleCourrier Refusee = new("sollicitation-refusee", "refus d’une demande", "objet", "raison", "signataire", "referent", DroitCourrier.Rsa)
    {
        Textes = ["raison"],
        Apercu = c =>
        {
            var pourQui = PourQui(c.Organisme, c.Droit.Competences.ExecutifDe(c.Commune, c.Le)?.Decideur) ?? throw new LettreSansAutoriteException(c.Commune.Nom);
            var rsa = (c.Droit.Competences.OrientationRsa(c.Commune, c.Le) as ReponseCompetence.Competente)?.Autorite.Decideur;
            return new Dictionary<string, string>
            {
                ["objet"] = LibelleRevision,
                ["raison"] = "Votre contrat tient déjà compte de vos horaires, et nous le revoyons ensemble mercredi prochain.",
                ["signataire"] = "apercu",
                ["referent"] = "oui",
                ["decideur"] = pourQui.ToString(),
                [DroitCourrier.Rsa] = Codes.De(SurLeRsa(SollicitationDefinition.Revision, c.Droit.Personne.ARsa, pourQui, rsa)),
            };
        },
        Droit = d =>
        {
            var autorite = d.Donnees.TryGetValue("decideur", out var decideur) ? d.Nommer(decideur) : null;
            return new Dictionary<string, string>
            {
                ["qualite"] = d.Donnees["referent"] == "oui" ? "votre référent" : autorite is null ? "de l’organisme qui vous accompagne" : d.Qualite(NatureActe.Reorientation, autorite),
                ["recours"] = autorite is null ? "" : string.Join('\n', d.RecoursContre(NatureActe.Reorientation, autorite)),
                ["articles"] = Article.CiterAuLong([
                    .. EstDuContrat(d.Donnees["objet"]) ? [d.Loi.Contrat.Heures] : Array.Empty<Article>(),
                    .. autorite is null ? [d.Loi.Recours.SansMention] : d.BasesContre(NatureActe.Reorientation, autorite),
                ]),
            };
        },
    };

    /// <summary>For whom who answers does so; null where nobody can be named.</summary>
    /// <param name="organisme">That accompanies.</param>
    /// <param name="executif">Of the département where she lives, as an authority; null where it cannot be named.</param>
    public static Decideur? PourQui(OrganismeReferent? organisme, Decideur? executif) => organisme switch
    {
        OrganismeReferent.MissionLocale => Decideur.MissionLocale,
        OrganismeReferent.CapEmploi => Decideur.CapEmploi,
        OrganismeReferent.ConseilDepartemental or OrganismeReferent.Delegataire => executif,
        _ => Decideur.FranceTravail,
    };

    /// <summary>
    /// The refusal is a decision on the RSA, with its compulsory appeal: it refuses to change the contract of somebody who has it, for the
    /// authority of the RSA where she lives.
    /// </summary>
    public static bool SurLeRsa(string objet, bool aRsa, Decideur? pourQui, Decideur? autoriteRsa) =>
        aRsa && SollicitationDefinition.EstDuContrat(objet) && pourQui is not null && pourQui == autoriteRsa;

    /// <summary>A letter keeps its object as people say it.</summary>
    private static bool EstDuContrat(string libelle) =>
        SollicitationDefinition.Objets.Any(o => o.Libelle == libelle && SollicitationDefinition.EstDuContrat(o.Code));

    private static string LibelleRevision => SollicitationDefinition.Objets.First(o => o.Code == SollicitationDefinition.Revision).Libelle;
}
