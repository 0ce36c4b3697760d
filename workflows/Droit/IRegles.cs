namespace FranceTravail.Parcours.Workflows.Droit;

/// <summary>The rules of one topic, in one version of the law: an immutable value.</summary>
public interface IRegles
{
    /// <summary>The version that these rules are of, to be named in each decision taken by them.</summary>
    VersionDroit Version { get; }
}
