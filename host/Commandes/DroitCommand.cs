using System.CommandLine;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Droit;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Workflows.Droit.Questions;
using FranceTravail.Parcours.Workflows.Redaction;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary><c>droit repondre QUESTION FICHIER.csv</c> and <c>droit expliquer QUESTION nom=valeur …</c>.</summary>
internal static class DroitCommand
{
    public static Command Create(CommonOptions common) =>
        new("droit", "Interroge le droit de ce programme, par date et par lieu : ses tables mêmes.") { Repondre(common), Expliquer(common), Autorites(common) };

    private static Command Repondre(CommonOptions common)
    {
        var question = Question();
        var file = new Argument<string>("FICHIER") { Description = "Fichier CSV en UTF-8, avec ou sans les colonnes de réponse." };
        var command = new Command("repondre", "Répond à chaque ligne d’un fichier ; écrit le fichier complété.") { question, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var reader = new FichierDeQuestions(Trouver(parsed.GetRequiredValue(question)), Contexte(common, parsed));
            var rows = reader.Repondre(await TexteFichier.LireAsync(parsed.GetRequiredValue(file), cancellationToken));
            if (reader.ColonnesIgnorees.Count > 0)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(Francais.Composer($"Colonnes ignorées : {string.Join(", ", reader.ColonnesIgnorees)}."));
            }

            await EcritureReponses.EcrireAsync(parsed.InvocationConfiguration.Output, rows, cancellationToken);
            if (reader.Fautes > 0)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(Francais.Composer(
                    $"{Francais.Compte(reader.Fautes, "ligne", "lignes")} sur {rows.Count - 1} sans réponse : la colonne « {FichierDeQuestions.Erreur} » dit pourquoi."));
            }

            return reader.Fautes > 0 && reader.Fautes == rows.Count - 1 ? ExitCodes.Refusal : ExitCodes.Ok;
        });
        return command;
    }

    private static Command Expliquer(CommonOptions common)
    {
        var question = Question();
        var values = new Argument<string[]>("nom=valeur") { Description = "Les colonnes de la question.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("expliquer", "Dit la réponse en français, avec ses articles et la version du droit.") { question, values };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = Trouver(parsed.GetRequiredValue(question));
            var answer = asked.Repondre(ValeursNommees.Lire($"la question « {asked.Nom} »", [.. asked.Colonnes, .. asked.ColonnesFacultatives], parsed.GetValue(values) ?? []), Contexte(common, parsed));
            foreach (var line in Explication.Dire(asked, answer))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            return answer.Erreur is null ? ExitCodes.Ok : ExitCodes.Refusal;
        });
        return command;
    }

    private static Command Autorites(CommonOptions common)
    {
        var command = new Command("autorites", "Dit quelles autorités des personnes suivies n’ont pas d’adresse : leurs courriers ne disent pas où écrire. Code de sortie 0 quand il n’y en a pas.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = common.Read(parsed, CommonOptions.Settings());
            await using var services = await CommandServices.OuvrirAsync(settings, UsageBase.Lire, cancellationToken);
            var missing = await AutoritesSansAdresse.TrouverAsync(services.GetRequiredService<IDbContextFactory<DossiersDbContext>>(), settings.Competences, services.GetRequiredService<TimeProvider>().GetUtcNow().ToInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Date, cancellationToken);
            foreach (var (name, people) in missing)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(Francais.Composer($"{name} : {Francais.Compte(people, "personne suivie", "personnes suivies")}"));
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(missing.Count == 0
                ? "Chaque autorité des personnes suivies a une adresse."
                : Francais.Composer("Ces autorités n’ont pas d’adresse : donnez-la dans le fichier que nomme le réglage Competence:Fichier."));
            return missing.Count == 0 ? ExitCodes.Ok : ExitCodes.Refusal;
        });
        return command;
    }

    private static Argument<string> Question() => new("QUESTION") { Description = $"Une de : {string.Join(", ", QuestionsDeDroit.Toutes.Select(q => q.Nom))}." };

    private static QuestionDeDroit Trouver(string name) => QuestionsDeDroit.Trouver(name)
        ?? throw new StartupRefusal($"« {name} » n’est pas une question connue. Questions : {string.Join(", ", QuestionsDeDroit.Toutes.Select(q => q.Nom))}.");

    public static ContexteQuestions Contexte(CommonOptions common, ParseResult parsed)
    {
        var settings = common.Read(parsed, CommonOptions.Settings());
        var today = TimeProvider.System.GetUtcNow().ToInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Date;
        return ContexteQuestions.National(today, settings.Calendriers) with { Competences = settings.Competences };
    }
}
