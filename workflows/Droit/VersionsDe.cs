using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit;

/// <summary>The versions of one topic, side by side; the date of the fact chooses.</summary>
public sealed class VersionsDe<T>
    where T : class, IRegles
{
    private readonly T[] versions;

    /// <exception cref="ArgumentException">Two versions begin on one day.</exception>
    public VersionsDe(params IEnumerable<T> versions)
    {
        this.versions = [.. versions.OrderBy(v => v.Version.DepuisLe)];
        if (this.versions.Select(v => v.Version.DepuisLe).Distinct().Count() != this.versions.Length)
        {
            throw new ArgumentException("Two versions of one topic begin on the same day.", nameof(versions));
        }
    }

    /// <summary>From the oldest to the newest.</summary>
    public IReadOnlyList<T> Toutes => versions;

    /// <summary>The rules in force on a day; null before the first version.</summary>
    public T? Trouver(LocalDate le) => Array.FindLast(versions, v => v.Version.DepuisLe <= le);

    /// <summary>The same with one version more.</summary>
    public VersionsDe<T> Avec(T version) => new(versions.Append(version));
}
