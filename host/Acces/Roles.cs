namespace FranceTravail.Parcours.Host.Acces;

/// <summary>The roles a session can have.</summary>
internal static class Roles
{
    public const string Conseiller = "conseiller";
    public const string Personne = "personne";
}
