using ArchUnitNET.Loader;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Architecture;

public sealed class When_types_use_each_other
{
    private const string Product = "FranceTravail.Parcours.";

    private static readonly ArchUnitNET.Domain.Architecture Loaded = new ArchLoader()
        .LoadAssemblies([.. ((string[])["Engine", "Workflows", "Activities", "Designer", "Host"]).Select(name => System.Reflection.Assembly.Load(Product + name))])
        .Build();

    [Theory]
    [InlineData("Workflows", "System.Net.", "System.IO.File", "System.IO.Directory", "System.Diagnostics.Process", "System.Threading.Timer", "Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "Microsoft.AspNetCore", "Temporalio.Client")]
    [InlineData("Engine", "Temporalio.Client", "Temporalio.Worker", "Temporalio.Workflows", "Microsoft.EntityFrameworkCore")]
    [InlineData("Engine.Runs", "System.IO.", "System.Net.", "System.Threading.", "Microsoft.Data.Sqlite", "Microsoft.AspNetCore", "Microsoft.Extensions.Logging")]
    [InlineData("Activities", "Microsoft.AspNetCore")]
    public void Should_keep_side_effects_and_outer_layers_out(string room, params string[] forbidden)
    {
        var uses = Loaded.Types
            .Where(type => type.FullName.StartsWith(Product + room, StringComparison.Ordinal))
            .SelectMany(type => type.Dependencies)
            .Where(dependency => forbidden.Any(name => dependency.Target.FullName.StartsWith(name, StringComparison.Ordinal)))
            .Select(dependency => $"{dependency.Origin.FullName} uses {dependency.Target.FullName}")
            .Distinct();

        Assert.Empty(uses);
    }

    /// <summary>The port alone chooses a provider; the simulators have a small file of their own, which is no case store.</summary>
    [Theory]
    [InlineData("Microsoft.Data.Sqlite", "Sqlite")]
    [InlineData("Microsoft.EntityFrameworkCore.Sqlite", "Sqlite")]
    [InlineData("Npgsql", "PostgreSql")]
    [InlineData("Microsoft.EntityFrameworkCore.Npgsql", "PostgreSql")]
    [InlineData("FranceTravail.Parcours.Activities.Dossiers.Sqlite", "Sqlite")]
    [InlineData("FranceTravail.Parcours.Activities.Dossiers.PostgreSql", "PostgreSql")]
    public void Should_know_a_provider_of_the_case_store_in_its_folder_only(string used, string folder)
    {
        string[] elsewhere = [Product + "Engine", Product + "Host.Simulateurs", Product + "Host.Composition.SimulateursStart", Product + "Activities.Dossiers." + folder, Product + "Activities.Dossiers.FournisseurDossiers"];

        var uses = Loaded.Types
            .Where(type => type.FullName.StartsWith(Product, StringComparison.Ordinal) && !elsewhere.Any(room => type.FullName.StartsWith(room, StringComparison.Ordinal)))
            .SelectMany(type => type.Dependencies)
            .Where(dependency => dependency.Target.FullName.StartsWith(used, StringComparison.Ordinal))
            .Select(dependency => $"{dependency.Origin.FullName} uses {dependency.Target.FullName}")
            .Distinct();

        Assert.Empty(uses);
    }

    [Fact]
    public void Should_find_no_word_of_the_parcours_in_the_engine()
    {
        string[] words = ["Dossier", "Sanction", "Conseiller", "Territoire", "Beneficiaire", "Etape", "Tache"];

        var names = Loaded.Types
            .Where(type => type.FullName.StartsWith(Product + "Engine", StringComparison.Ordinal))
            .SelectMany(type => type.Members.Select(member => member.Name).Append(type.Name));

        Assert.DoesNotContain(names, name => words.Any(word => name.Contains(word, StringComparison.Ordinal)));
    }
}
