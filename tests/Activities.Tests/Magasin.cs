namespace FranceTravail.Parcours.Activities.Tests;

/// <summary>What keeps the case store in a test.</summary>
public enum Magasin
{
    Sqlite,
    PostgreSql,
}
