using System.CommandLine;
using FranceTravail.Parcours.Activities.Courriers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Droit;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Etapes;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary><c>courrier apercu LETTRE nom=valeur …</c>: a letter, before anybody receives it.</summary>
internal static class CourrierCommand
{
    public static Command Create(CommonOptions common) => new("courrier", "Lit les courriers avant qu’ils ne partent.") { Apercu(common) };

    private static Command Apercu(CommonOptions common)
    {
        var letter = new Argument<string>("LETTRE") { Description = "Nom d’un courrier : orientation, contrat-a-signer… Un nom inconnu les fait dire tous." };
        var values = new Argument<string[]>("nom=valeur") { Description = $"La situation : {string.Join(", ", CasApercu.Colonnes)}. Ce qui n’est pas dit a une valeur ordinaire, sauf commune.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("apercu", "Écrit un courrier en texte, pour une personne inventée dans cette situation.") { letter, values };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string text;
            var contexte = DroitCommand.Contexte(common, parsed);
            var (modeles, code) = (new ModelesLiquid(CatalogueEtapes.National, contexte.Competences), parsed.GetRequiredValue(letter));
            if (!modeles.Codes.Contains(code))
            {
                throw new StartupRefusal($"« {code} » n’est pas un courrier connu. Courriers : {string.Join(", ", modeles.Codes)}.");
            }

            try
            {
                var (cas, erreur) = CasApercu.Lire(ValeursNommees.Lire("l’aperçu d’un courrier", CasApercu.Colonnes, parsed.GetValue(values) ?? []), contexte);
                text = ApercuCourrier.Ecrire(modeles, code, cas ?? throw new StartupRefusal(erreur!));
            }
            catch (Exception refus) when (refus is LettreImpossibleException or LettreSansAutoriteException or DroitInconnuException)
            {
                throw new StartupRefusal(refus.Message);
            }

            await parsed.InvocationConfiguration.Output.WriteAsync(text.AsMemory(), cancellationToken);
            return ExitCodes.Ok;
        });
        return command;
    }
}
