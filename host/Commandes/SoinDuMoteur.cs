using FranceTravail.Parcours.Engine;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>What the engine's maintenance found, in French: the engine itself speaks English to developers.</summary>
internal static class SoinDuMoteur
{
    /// <param name="refus">What the maintenance threw.</param>
    /// <param name="donnees">The data folder.</param>
    /// <param name="sauvegarde">Folder of the backup; null when the command has none.</param>
    public static string Dire(MaintenanceException refus, string donnees, string? sauvegarde) => refus.Reason switch
    {
        MaintenanceReason.NoFile => $"Il n’y a pas de fichier du moteur dans « {donnees} » : --data nomme le dossier de données.",
        MaintenanceReason.FileThere => $"Il y a déjà un fichier du moteur dans « {donnees} » : déplacez-le d’abord. Rien n’a été modifié.",
        MaintenanceReason.NoBackup => $"Il n’y a pas de sauvegarde du moteur dans « {sauvegarde} ». Rien n’a été modifié.",
        MaintenanceReason.BackupDamaged => $"La sauvegarde dans « {sauvegarde} » est incomplète ou abîmée : prenez-en une autre. Rien n’a été modifié.",
        MaintenanceReason.Damaged => $"Le fichier du moteur dans « {donnees} » est abîmé. Restaurez une sauvegarde.",
        MaintenanceReason.WouldNotStart when refus.Start is { } motif => EmbeddedEngine.Message(motif, new HostSettings { DataDirectory = donnees }),
        _ => $"Un fichier ne peut pas être lu ou écrit dans « {donnees} »{(sauvegarde is null ? "" : $" ou « {sauvegarde} »")} : le disque est plein ou défaillant, ou le droit manque.",
    };

    public static string Dire(FaultPlace place) => place.Part switch
    {
        FaultPart.Page => $"La page {place.Name} du fichier n’est pas comme elle a été écrite.",
        FaultPart.Run => $"L’exécution {place.Name} de « {place.Workflow} » : son état et son historique ne concordent pas, ou ne sont pas comme ils ont été écrits.",
        FaultPart.Histories => "Un historique n’est celui d’aucune exécution.",
        FaultPart.Lists => "Les listes et les comptes ne montrent pas les exécutions qui sont là.",
        _ => "Le fichier ne peut pas être lu en entier.",
    };

    public static string Dire(VerificationReport constat) =>
        $"{Francais.Compte(constat.Runs, "exécution", "exécutions")}, {Francais.Compte(constat.Events, "événement", "événements")}{Francais.Insecable}: {(constat.IsWhole ? "tout concorde." : $"{Francais.Compte(constat.Faults.Count, "défaut", "défauts")}.")}";
}
