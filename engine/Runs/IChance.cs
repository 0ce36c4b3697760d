namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>Where ids and chance come from, so that the heart has none of its own.</summary>
internal interface IChance
{
    /// <summary>A new identifier: a UUID in its text form.</summary>
    string NewId();

    /// <summary>A number from 0 (included) to 1 (excluded).</summary>
    double Next();
}
