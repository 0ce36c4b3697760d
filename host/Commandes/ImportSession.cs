using System.CommandLine;
using FranceTravail.Parcours.Activities;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Workflows.Redaction;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;
using Spectre.Console;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>One run of <c>importer</c>: read and check, list every fault or say what each person is, write it all, say what was done.</summary>
internal sealed class ImportSession(HostSettings options, DemandeImport demande, IAnsiConsole console, InvocationConfiguration io)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var territoires = RegistreTerritoires.Lire();
        var today = TimeProvider.System.GetUtcNow().ToInstant().InZone(territoires.Par(null).Zone).Date;
        var flux = new LecteurFlux(new ControleInscription(new RegistreCommunes(), territoires)).Lire(demande.Texte, today);
        if (flux.ColonnesIgnorees.Count > 0)
        {
            await io.Output.WriteLineAsync($"Colonnes ignorées : {string.Join(", ", flux.ColonnesIgnorees)}.");
        }

        // As one reads down the file, whichever of both it is.
        var said = flux.Erreurs.Select(e => (e.Ligne, Phrase: e.Dire("erreur"), Sortie: io.Error))
            .Concat(flux.Avertissements.Select(a => (a.Ligne, Phrase: a.Dire("remarque"), Sortie: io.Output)));
        foreach (var (_, phrase, sortie) in said.OrderBy(s => s.Ligne))
        {
            await sortie.WriteLineAsync(phrase);
        }

        if (demande.Essai)
        {
            // All that there is to mend in one go: the other rows are looked at whatever is wrong with one.
            await EssayerAsync(flux, cancellationToken);
        }
        else if (flux.Erreurs.Count == 0)
        {
            await ImporterAsync(flux, cancellationToken);
        }

        if (flux.Erreurs.Count == 0)
        {
            return ExitCodes.Ok;
        }

        await io.Error.WriteLineAsync(
            $"{Francais.Compte(flux.Erreurs.Count, "erreur", "erreurs")} ; {(demande.Essai ? "tant qu’il en reste, rien ne peut être importé" : "rien n’a été importé")}.");
        return ExitCodes.Refusal;
    }

    /// <summary>Says what an import would do, or refuses as it would. Reads the case store where there is one, and writes nothing at all.</summary>
    private async Task EssayerAsync(Flux flux, CancellationToken cancellationToken)
    {
        var activities = new ActivitiesOptions { DataDirectory = options.DataDirectory, Partenaires = new PartenairesOptions { Adresse = new("http://localhost") } };
        await using var services = new ServiceCollection().AddParcours(options, CommandServices.Adresse(options), activities.Partenaires.Adresse, TimeProvider.System).AddLogging().BuildServiceProvider();
        var estLa = await EstLaAsync(services.GetRequiredService<BaseDossiers>(), cancellationToken);
        var lien = services.GetRequiredService<LienMoteur>();
        await (estLa ? lien.ControlerAsync(true, cancellationToken) : lien.PermettreUneBaseAsync(cancellationToken));
        await using var db = estLa
            ? await services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContextAsync(cancellationToken)
            : null;
        var plan = await Planificateur.PlanifierAsync(db, flux.Lignes, demande.Confirmees, cancellationToken);
        await DireAsync(plan);
        await io.Output.WriteLineAsync(
            $"Essai : {Francais.Compte(plan.Nouveaux.Count, "personne nouvelle", "personnes nouvelles")}, {Francais.Compte(plan.Egaux.Count, "déjà connue et inchangée", "déjà connues et inchangées")}, "
            + $"{Francais.Compte(plan.Differents.Count, "déjà connue et différente", "déjà connues et différentes")}, {Francais.Compte(plan.Ecartes.Count, "mise de côté", "mises de côté")}. Rien n’a été écrit.");
    }

    private async Task<bool> EstLaAsync(BaseDossiers store, CancellationToken cancellationToken)
    {
        try
        {
            return await store.EstLaAsync(cancellationToken);
        }
        catch (DossiersException other) when (other.Motif is MotifDossiers.PlusAncienne)
        {
            // A dry run brings no store to the current schema.
            throw new StartupRefusal($"La base des dossiers de « {options.DataDirectory} » ne peut pas être lue telle qu’elle est. Lancez d’abord le programme sur ce dossier, puis recommencez l’essai.", other);
        }
    }

    private async Task ImporterAsync(Flux flux, CancellationToken cancellationToken)
    {
        await using var services = await CommandServices.OuvrirAsync(options, UsageBase.Commencer, cancellationToken);
        PlanImport plan;
        await using (var db = await services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContextAsync(cancellationToken))
        {
            plan = await Planificateur.PlanifierAsync(db, flux.Lignes, demande.Confirmees, cancellationToken);
        }

        await DireAsync(plan);
        var summary = await new AvancementImport(console, io.Output).SuivreAsync(
            Importateur.Etapes(plan), progress => services.GetRequiredService<Importateur>().ImporterAsync(plan, progress, cancellationToken));

        var late = summary.Entretemps;
        await DireAsync(late);
        await io.Output.WriteLineAsync(
            $"{Francais.Compte(summary.Nouveaux, "nouveau dossier", "nouveaux dossiers")}, {Francais.Compte(plan.Egaux.Count + plan.Differents.Count + late.Egaux.Count + late.Differents.Count, "déjà connu", "déjà connus")}, "
            + $"{Francais.Compte(summary.Demarres, "parcours démarré", "parcours démarrés")}.");
        if (summary.MisAJour > 0)
        {
            await io.Output.WriteLineAsync($"{Francais.Compte(summary.MisAJour, "dossier mis à jour", "dossiers mis à jour")}.");
        }

        foreach (var refused in summary.Refuses.OrderBy(r => r.Ligne))
        {
            await io.Output.WriteLineAsync($"Ligne {refused.Ligne}, pas mise à jour : {refused.Message}");
        }

        if (plan.Ecartes.Count + late.Ecartes.Count > 0)
        {
            await io.Output.WriteLineAsync($"{Francais.Compte(plan.Ecartes.Count + late.Ecartes.Count, "ligne mise de côté", "lignes mises de côté")}.");
        }

        if (summary.EnAttente > 0)
        {
            await io.Output.WriteLineAsync($"Le moteur ne répond pas : {Francais.Compte(summary.EnAttente, "parcours démarrera", "parcours démarreront")} au prochain lancement.");
        }

        if (summary.AMettreAJour > 0)
        {
            await io.Output.WriteLineAsync($"Le moteur ne répond pas : {Francais.Compte(summary.AMettreAJour, "mise à jour est gardée et sera faite", "mises à jour sont gardées et seront faites")} au prochain lancement.");
        }
    }

    /// <summary>By row: who is known and says something else, in which columns, and who was set aside.</summary>
    private async Task DireAsync(PlanImport plan)
    {
        foreach (var d in plan.Differents)
        {
            var taken = d.Reprises.Count == 0 ? "" : $" à reprendre : {string.Join(", ", d.Reprises)}.";
            var left = d.NonReprises.Count == 0 ? "" : $" À voir avec la personne, l’import ne le change pas : {string.Join(", ", d.NonReprises)}.";
            var moved = d.Deplacement ? " Changement de commune : le dossier suit, ou son référent aura à le transmettre." : "";
            await io.Output.WriteLineAsync($"Ligne {d.Ligne} : déjà connue, différente ;{taken}{moved}{left}");
        }

        foreach (var aside in plan.Ecartes)
        {
            await io.Output.WriteLineAsync($"Ligne {aside.Ligne}, mise de côté : {aside.Message}");
        }
    }
}
