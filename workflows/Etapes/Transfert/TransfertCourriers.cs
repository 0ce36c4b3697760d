using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.Transfert;

/// <summary>The letter of the step.</summary>
internal static class TransfertCourriers
{
    /// <summary>The dossier has followed the person. Data: <c>commune</c> (its name), <c>organisme</c> (its name there; absent before an orientation), <c>memesGens</c> (oui where the référent stays), <c>autreOrganisme</c> (oui where it is another body of that kind), <c>decideur</c> (<see cref="Decideur"/> who orients anew; absent where nobody has to), <c>avantLe</c> (the last day of its delay; absent where none has begun).</summary>
    public static readonly ModeleCourrier Transfert = new("transfert", "transfert du dossier", "commune")
    {
        Apercu = c =>
        {
            var donnees = new Dictionary<string, string> { ["commune"] = c.Commune.Nom, ["organisme"] = c.NomOrganisme };
            if (c.Quittee is { } de && TransfertEtape.EstUnAutre(c.Organisme, (de.Code, c.NomOrganismeDe(de)), (c.Commune.Code, c.NomOrganisme)))
            {
                donnees["autreOrganisme"] = "oui";
            }

            if (c.Situation.Rsa && !ResteAvec(c))
            {
                donnees["decideur"] = c.Decideur(NatureActe.Orientation).ToString();
                donnees["avantLe"] = LocalDatePattern.Iso.Format(c.Droit.Loi.Orientation.DelaiRsa.Duree.Terme(c.Le));
            }
            else if (donnees.ContainsKey("autreOrganisme"))
            {
                donnees["decideur"] = c.Decideur(NatureActe.Orientation).ToString();
            }

            return donnees;
        },
        Droit = d => d.Donnees.TryGetValue("decideur", out var decideur) ? Decision(d, d.Nommer(decideur)) : [],
    };

    private static bool ResteAvec(CasApercu c) => c.Quittee is { } quittee
        && c.Droit.Competences.OrientationRsa(quittee, c.Le) is ReponseCompetence.Competente { Autorite: var avant }
        && c.Droit.Competente(NatureActe.Orientation) is { Autorite: var apres } && avant.DuNom == apres.DuNom;

    private static Dictionary<string, string> Decision(DroitCourrier d, Autorite autorite)
    {
        var droits = new Dictionary<string, string> { ["decide"] = Francais.Majuscule(autorite.Le) };
        if (d.Donnees.ContainsKey("avantLe"))
        {
            droits["base"] = Article.CiterAuLong(d.Loi.Orientation.DelaiRsa.Articles);
        }

        return droits;
    }
}
