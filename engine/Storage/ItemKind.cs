namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>What of a run is kept in rows of its own. The numbers stand in files.</summary>
internal enum ItemKind
{
    Activity = 1,
    Timer = 2,
    Child = 3,
    Update = 4,
    RequestId = 5,
}
