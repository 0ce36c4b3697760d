using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Droit.Recours;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Courriers;

/// <summary>Says remedies so that somebody who disagrees knows what to do: before when, to whom, what comes next.</summary>
internal static class RecoursEnClair
{
    /// <summary>Against a decision, in the letter that tells it.</summary>
    public static IEnumerable<string> Dire(ReglesRecours regles, NatureActe acte, Autorite autorite, bool surLeRsa)
    {
        var tribunal = $"{Tribunal(autorite)}, sur place, par courrier ou sur telerecours.fr";
        var joindre = string.Join(" ou ", new[] { autorite.Telephone, autorite.Courriel }.OfType<string>());
        foreach (var voie in regles.Contre(acte, autorite.Decideur, surLeRsa))
        {
            switch (voie.Nature)
            {
                case NatureRecours.AdministratifPrealable:
                    yield return $"Vous pouvez contester cette décision {Dans(voie)} de sa réception, par une lettre qui explique vos raisons, adressée {A(autorite)}. "
                        + $"Cette étape est obligatoire avant le tribunal. Une association peut vous aider ; pour le faire en votre nom, il lui faut votre mandat écrit.{(joindre.Length > 0 ? $" Pour toute question : {joindre}." : "")}";
                    yield return $"Sans réponse pendant {Francais.DureeEnToutesLettres(regles.ReponseAdministratif.Duree)}, votre demande est rejetée. Vous avez alors {Francais.DureeEnToutesLettres(regles.Tribunal.Duree)} pour saisir {tribunal}.";
                    break;
                case NatureRecours.MediationPrealable:
                    yield return $"Vous pouvez contester cette décision {Dans(voie)} de sa réception, gratuitement, devant {Mediateur(autorite)}. Cette étape est obligatoire avant le tribunal.";
                    yield return $"Après la médiation, vous avez {Francais.DureeEnToutesLettres(regles.Tribunal.Duree)} pour saisir {tribunal}.";
                    break;
                case NatureRecours.Gracieux:
                    yield return $"Vous pouvez demander {autorite.Au} de revoir sa décision, ou saisir directement {tribunal}, {Dans(voie)} de sa réception.";
                    break;
            }
        }
    }

    /// <summary>Against a decision that nobody has taken: in a few sentences.</summary>
    /// <param name="regles">The law.</param>
    /// <param name="autorite">Who would take it; null where it is not known.</param>
    /// <param name="surLeRsa">It would be about the RSA.</param>
    /// <param name="voies">In order; the court is the last.</param>
    public static string Resumer(ReglesRecours regles, Autorite? autorite, bool surLeRsa, IReadOnlyList<VoieRecours> voies)
    {
        var decision = $"Une décision{(autorite is null ? "" : $" {autorite.DuNom}")}{(surLeRsa ? " sur le RSA" : "")}";
        var (premiere, dernier) = (voies[0], voies[^1]);
        var (a, tribunal) = (A(autorite), $"{Tribunal(autorite)} {Dans(dernier)}");
        return premiere.Nature switch
        {
            NatureRecours.AdministratifPrealable =>
                $"{decision} se conteste {Dans(premiere)} de sa réception, par un recours motivé adressé {a} : il est obligatoire avant le tribunal. Sans réponse pendant {Francais.DureeEnToutesLettres(regles.ReponseAdministratif.Duree)}, il est rejeté. On peut ensuite saisir {tribunal}.",
            NatureRecours.MediationPrealable =>
                $"{decision} se conteste {Dans(premiere)} de sa réception, gratuitement, devant {Mediateur(autorite)} : cette étape est obligatoire avant le tribunal. Après la médiation, on peut saisir {tribunal}.",
            _ => $"{decision} se conteste {Dans(premiere)} de sa réception, par un recours gracieux adressé {a}, ou directement devant {Tribunal(autorite)}.",
        };
    }

    private static string A(Autorite? autorite) => autorite is null ? "à l’autorité qui a décidé" : $"{autorite.Au}{(autorite.Adresse is { } adresse ? $" ({adresse})" : "")}";

    private static string Mediateur(Autorite? autorite) => $"le médiateur régional de France Travail{(autorite?.Mediateur is { } mediateur ? $" ({mediateur})" : "")}";

    private static string Tribunal(Autorite? autorite) => autorite?.Tribunal ?? "le tribunal administratif";

    private static string Dans(VoieRecours voie) => Francais.Dans(voie.Delai.Duree);
}
