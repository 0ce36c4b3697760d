using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Etapes.Transfert;

/// <summary>The letter of the step.</summary>
internal static class TransfertCourriers
{
    /// <summary>The dossier has followed the person. Data: <c>commune</c> (its name), <c>organisme</c> (its name there; absent before an orientation), <c>decideur</c> (<see cref="Decideur"/> who orients anew; absent where nobody has to).</summary>
    public static readonly ModeleCourrier Transfert = new("transfert", "transfert du dossier", "commune")
    {
        Apercu = c =>
        {
            var donnees = new Dictionary<string, string> { ["commune"] = c.Commune.Nom, ["organisme"] = c.NomOrganisme };
            if (c.Situation.Rsa)
            {
                donnees["decideur"] = c.Decideur(NatureActe.Orientation).ToString();
            }

            return donnees;
        },
        Droit = d => d.Donnees.TryGetValue("decideur", out var decideur)
            ? new Dictionary<string, string>
            {
                ["decide"] = Libelles.Majuscule(d.Nommer(decideur).Le),
                ["delai"] = Francais.DureeEnSemaines(d.Loi.Orientation.DelaiRsa.Duree),
                ["base"] = Article.CiterAuLong(d.Loi.Orientation.DelaiRsa.Articles),
            }
            : [],
    };
}
