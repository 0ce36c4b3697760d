using System.CommandLine;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Territoires;
using Microsoft.EntityFrameworkCore;
using Temporalio.Client;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary><c>dossiers relire DOSSIER</c>: an auditor reads what a journey decided, from its histories.</summary>
internal static class RelireCommand
{
    public static Command Create(CommonOptions common)
    {
        var dossier = new Argument<string>("DOSSIER") { Description = "Identifiant du dossier, ou référence de sa ligne dans le flux de son territoire." };
        var command = new Command("relire", "Relit dans les historiques ce que le parcours a décidé : quand, sur quel acte, de qui, sous quelles versions du programme, du modèle et du droit. Rien n’est recalculé.") { dossier };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await CommandServices.OuvrirAsync(common.Read(parsed, CommonOptions.Settings()), UsageBase.Lire, cancellationToken);
            return await CommandServices.AvecMoteurAsync(services, () => RelireAsync(services, parsed.GetValue(dossier)!, parsed.InvocationConfiguration.Output, cancellationToken), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RelireAsync(ServiceProvider services, string dossier, TextWriter sortie, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContextAsync(cancellationToken);
        var connu = await db.Dossiers.Where(d => d.Id == dossier || d.ReferenceImport == dossier).Select(d => new { d.Id, d.Territoire }).FirstOrDefaultAsync(cancellationToken);
        var (id, territoire) = (connu?.Id ?? dossier, connu?.Territoire);
        var noms = await db.Conseillers.ToDictionaryAsync(c => c.Id, c => $"{c.Prenom} {c.Nom}", cancellationToken);
        var lignes = await Relecture.LireAsync(services.GetRequiredService<ITemporalClient>(), id, services.GetRequiredService<RegistreTerritoires>().Par(territoire).Zone, qui => noms.GetValueOrDefault(qui, qui));
        foreach (var ligne in lignes.DefaultIfEmpty($"{id} : le moteur ne connaît pas ce parcours."))
        {
            await sortie.WriteLineAsync(ligne);
        }

        return lignes.Count > 0 ? ExitCodes.Ok : ExitCodes.Refusal;
    }
}
