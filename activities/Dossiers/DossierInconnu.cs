using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>The failure of an activity about a dossier that the store does not hold: trying again finds none either.</summary>
internal static class DossierInconnu
{
    public const string Type = "DossierInconnu";

    public static ApplicationFailureException Echec(string dossierId) =>
        new($"Le dossier {dossierId} n'est pas dans la base des dossiers.", Type, nonRetryable: true);
}
