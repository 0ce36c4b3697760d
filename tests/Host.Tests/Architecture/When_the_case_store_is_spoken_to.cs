using System.Text.RegularExpressions;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Architecture;

/// <summary>The dialect of a database stays in the folder of its provider; outside there is the model, and queries over it.</summary>
public sealed partial class When_the_case_store_is_spoken_to
{
    private static readonly List<string> Sources = [.. ((string[])["activities", "designer", "host"])
        .SelectMany(room => Directory.EnumerateFiles(Path.Combine(Repository.Root, room), "*.cs", SearchOption.AllDirectories))
        .Where(file => !Rooms().IsMatch(Path.GetRelativePath(Repository.Root, file)))];

    [Fact]
    public void Should_hold_raw_SQL_and_settings_of_a_database_in_the_folder_of_its_provider() =>
        Assert.DoesNotContain(Sources, file => Dialect().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void Should_begin_transactions_in_one_place() =>
        Assert.Equal(["Ecriture.cs"], Sources.Where(file => File.ReadAllText(file).Contains("BeginTransaction", StringComparison.Ordinal)).Select(Path.GetFileName));

    [GeneratedRegex(@"PRAGMA |NOCASE|Raw(Async|<|\()|UseSqlite|UseNpgsql|data_version|__EFMigrations|pg_|CREATE (TABLE|TRIGGER|INDEX)")]
    private static partial Regex Dialect();

    /// <summary>The providers, the simulators with their own small file, and what is not written by hand.</summary>
    [GeneratedRegex(@"[\\/](Dossiers[\\/](Sqlite|PostgreSql)|Simulateurs|bin|obj)[\\/]")]
    private static partial Regex Rooms();
}
