using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// The failure of an activity about a dossier that the store does not hold. It is tried again: a store restored from a backup is
/// late, and no journey ends because of it.
/// </summary>
internal static class DossierInconnu
{
    public const string Type = "DossierInconnu";

    public static ApplicationFailureException Echec(string dossierId) =>
        new($"Le dossier {dossierId} n'est pas dans la base des dossiers.", Type);
}
