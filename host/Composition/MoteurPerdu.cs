using FranceTravail.Parcours.Activities;
using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Refuses to make an engine where one is gone: a new one would know no journey, and stand where the true one, or its backup, has to be put.
/// </summary>
internal static class MoteurPerdu
{
    /// <exception cref="StartupRefusal">The engine's file is not there, and the folder or the case store knows that it was.</exception>
    /// <exception cref="DossiersException">The case store cannot be read, or is of another time.</exception>
    public static async Task RefuserAsync(HostSettings options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (new FileInfo(Path.Combine(options.DataDirectory, EmbeddedEngine.DatabaseFile)) is { Exists: true, Length: > 0 })
        {
            return;
        }

        const string remede = "Remettez à sa place moteur.db, avec ce qui l’accompagnait, ou restaurez sa dernière sauvegarde (engine restore)";
        if (EngineIdentityFile.Read(options.DataDirectory) is not null)
        {
            throw new StartupRefusal(
                $"Le fichier du moteur manque dans « {options.DataDirectory} », où un moteur a tourné : il garde les historiques. {remede} ; ou, pour repartir d’un moteur vide, supprimez moteur.identite. Rien n’a été fait.");
        }

        if ((options.Roles & (HostRoles.Web | HostRoles.Worker)) != 0 && await EstConnuAsync(options, loggers, cancellationToken))
        {
            throw new StartupRefusal(
                $"La base des dossiers a travaillé avec un moteur, et son fichier n’est pas dans « {options.DataDirectory} » : il garde les historiques. {remede}, ou donnez l’adresse de ce moteur. Rien n’a été fait.");
        }
    }

    private static async Task<bool> EstConnuAsync(HostSettings options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var activities = new ActivitiesOptions { DataDirectory = options.DataDirectory, PostgreSql = options.PostgreSql };
        using var store = FournisseurDossiers.De(activities, loggers);
        try
        {
            if (!await new BaseDossiers(store, activities, TimeProvider.System, loggers.CreateLogger<BaseDossiers>()).EstLaAsync(cancellationToken))
            {
                return false;
            }
        }
        catch (DossiersException autre) when (autre.Motif is MotifDossiers.PlusAncienne)
        {
            // Its schema is looked at, and brought up, when it is prepared.
            return false;
        }

        await using var db = store.CreateDbContext();
        var identite = await db.Identites.AsNoTracking().SingleAsync(cancellationToken);
        return identite.Refus(options.Sandbox, store.Nom) is { } refus ? throw refus : identite.Moteur is not null;
    }
}
