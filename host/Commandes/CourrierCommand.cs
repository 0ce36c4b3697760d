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
        var modeles = new ModelesLiquid(CatalogueEtapes.National);
        var letter = new Argument<string>("LETTRE") { Description = $"Une de : {string.Join(", ", modeles.Codes)}." };
        var values = new Argument<string[]>("nom=valeur") { Description = $"La situation : {string.Join(", ", CasApercu.Colonnes)}. Ce qui n’est pas dit a une valeur ordinaire, sauf commune.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("apercu", "Écrit un courrier en texte, pour une personne inventée dans cette situation.") { letter, values };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string text;
            try
            {
                var (cas, erreur) = CasApercu.Lire(ValeursNommees.Lire("l’aperçu d’un courrier", CasApercu.Colonnes, parsed.GetValue(values) ?? []), DroitCommand.Contexte(common, parsed));
                text = ApercuCourrier.Ecrire(modeles, parsed.GetRequiredValue(letter), cas ?? throw new StartupRefusal(erreur!));
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
