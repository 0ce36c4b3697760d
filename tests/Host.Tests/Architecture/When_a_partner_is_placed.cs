using System.Text.RegularExpressions;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Host.Simulateurs;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Architecture;

/// <summary>
/// A partner is a folder of one name on each side of the libraries' borders: what journeys ask of it (<c>workflows/Partenaires</c>), who calls
/// it (<c>activities/Partenaires</c>), who plays it (<c>host/Simulateurs</c>). What puts partners together finds them, and names none.
/// </summary>
public sealed partial class When_a_partner_is_placed
{
    [Fact]
    public void Should_have_a_client_and_a_simulator_in_folders_of_one_name()
    {
        var clients = Types(typeof(IClientPartenaire));
        Assert.NotEmpty(clients);
        Assert.Equal(clients.Select(Folder).Order(), TousLesSimulateurs.Liste.Select(s => Folder(s.GetType())).Order());
    }

    [Fact]
    public void Should_be_named_by_nothing_that_puts_partners_together()
    {
        var partners = Types(typeof(IClientPartenaire)).Select(Folder).ToList();
        var together = ((string[])["activities/Partenaires", "activities/Composition", "host/Simulateurs"])
            .SelectMany(room => Directory.EnumerateFiles(Path.Combine(Repository.Root, room), "*.cs"))
            .Concat(((string[])["Effets", "Pannes"]).SelectMany(room => Directory.EnumerateFiles(Path.Combine(Repository.Root, "host", "Simulateurs", room), "*.cs")));
        Assert.Empty(together.Where(file => partners.Exists(partner => Named(File.ReadAllText(file), partner))).Select(Path.GetFileName));
    }

    /// <summary>The product itself bears the name of a partner: there the class counts, not the namespace.</summary>
    private static bool Named(string source, string partner) => Regex.IsMatch(Namespaces().Replace(source, ""), $@"\b{partner}(\b|Client|Activities|Simulateur)");

    private static string Folder(Type type) => type.Namespace!.Split('.')[^1];

    private static List<Type> Types(Type contract) => [.. contract.Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(contract))];

    [GeneratedRegex(@"^(using|namespace) FranceTravail\.Parcours[^;]*;|///.*$", RegexOptions.Multiline)]
    private static partial Regex Namespaces();
}
