using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>The one end of every command that could not do its work: a French sentence and an exit code, whatever was thrown.</summary>
internal static class EchecCommande
{
    /// <param name="failure">What the command threw.</param>
    /// <param name="donnees">The data folder, where the whole of a defect is kept.</param>
    public static (int Code, string? Phrase) Dire(Exception failure, string? donnees) => failure switch
    {
        StartupRefusal or FichierRefuse or DossiersException or VersionPlusRecenteException => (ExitCodes.Refusal, failure.Message),
        OperationCanceledException => (ExitCodes.Ok, null),
        IOException or UnauthorizedAccessException =>
            (ExitCodes.Refusal, "Un fichier ne peut pas être lu ou écrit : le disque est plein ou défaillant, ou le droit manque. Ce qui était fait est gardé ; corrigez, puis recommencez."),
        _ => (ExitCodes.Fatal, $"La commande s’est arrêtée sur un défaut qui n’est pas de votre fait. {Garder(failure, donnees)}"),
    };

    private static string Garder(Exception failure, string? donnees)
    {
        try
        {
            var folder = Directory.Exists(donnees) ? Directory.CreateDirectory(Path.Combine(donnees, "journaux")).FullName : Path.GetTempPath();
            var file = Path.Combine(folder, $"commande-{Guid.CreateVersion7():n}.txt");
            File.WriteAllText(file, failure.ToString());
            return $"Le détail est dans « {file} ».";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"Le détail n’a pas pu être gardé :{Environment.NewLine}{failure}";
        }
    }
}
