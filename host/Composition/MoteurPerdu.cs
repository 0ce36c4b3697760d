using FranceTravail.Parcours.Activities;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Engine;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Looks at the folder and at the case store before an engine starts. Where one is gone a new one would know no journey, and stand where the true
/// one, or its backup, has to be put; and an engine must not run on another time than its store.
/// </summary>
internal static class MoteurPerdu
{
    private const string Remede =
        "Remettez à sa place moteur.db, avec ce qui l’accompagnait, ou restaurez sa dernière sauvegarde (engine restore). S’il n’y en a pas : lancez « --role engine --nouveau-moteur », puis « dossiers rattacher » ; "
        + "« dossiers reprendre » recommence ensuite chaque parcours. Rien n’a été fait.";

    /// <exception cref="StartupRefusal">The engine's file is not there, and the folder or the case store knows that it was; or a new one was asked for where it is.</exception>
    /// <exception cref="DossiersException">The case store cannot be read, or is of another time.</exception>
    public static async Task RefuserAsync(HostSettings options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var fichier = Path.Combine(options.DataDirectory, EmbeddedEngine.DatabaseFile);
        var estLa = Maintenance.HasFile(fichier);
        if (estLa && options.NouveauMoteur)
        {
            throw new StartupRefusal($"Il y a un fichier du moteur dans « {options.DataDirectory} » : --nouveau-moteur ne sert que là où il est perdu. Rien n’a été fait.");
        }

        var identite = estLa && DataFolder.EstMarque(options.DataDirectory) ? null : await IdentiteAsync(options, loggers, cancellationToken);
        if (estLa || options.NouveauMoteur)
        {
            return;
        }

        if (EngineIdentityFile.Read(options.DataDirectory) is not null)
        {
            throw new StartupRefusal($"Le fichier du moteur manque, ou est vide, dans « {options.DataDirectory} », où un moteur a tourné : il garde les historiques. {Remede}");
        }

        if (identite?.Moteur is not null)
        {
            throw new StartupRefusal($"La base des dossiers a travaillé avec un moteur, et son fichier n’est pas dans « {options.DataDirectory} » : il garde les historiques. {Remede}");
        }
    }

    private static async Task<IdentiteBase?> IdentiteAsync(HostSettings options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var activities = new ActivitiesOptions { DataDirectory = options.DataDirectory, PostgreSql = options.PostgreSql };
        using var store = FournisseurDossiers.De(activities, loggers);
        try
        {
            var identite = await new BaseDossiers(store, activities, TimeProvider.System, loggers.CreateLogger<BaseDossiers>()).IdentiteAsync(cancellationToken);
            return identite?.Refus(options.Sandbox, store.Nom) is { } refus ? throw refus : identite;
        }
        catch (DossiersException absente) when (options.Roles is HostRoles.Engine && absente.Passagere)
        {
            // The server of the store may start after the engine, which needs nothing of it.
            return null;
        }
    }
}
