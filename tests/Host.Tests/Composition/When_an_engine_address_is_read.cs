using FranceTravail.Parcours.Host.Composition;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Composition;

public class When_an_engine_address_is_read
{
    [Theory]
    [InlineData("localhost:7233", "127.0.0.1:7233")]
    [InlineData("LOCALHOST:7233", "127.0.0.1:7233")]
    [InlineData(" 127.0.0.1:7233 ", "127.0.0.1:7233")]
    [InlineData("127.0.0.1:0", "127.0.0.1:0")]
    [InlineData("127.0.0.2:65535", "127.0.0.2:65535")]
    [InlineData("[::1]:7233", "[::1]:7233")]
    public async Task Should_resolve_an_address_of_this_machine(string text, string expected) =>
        Assert.Equal(expected, await EngineEndpoint.LoopbackAsync(text, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("0.0.0.0:7233", "ouvrirait le moteur au réseau")]
    [InlineData("[::]:7233", "ouvrirait le moteur au réseau")]
    [InlineData("192.0.2.7:7233", "ouvrirait le moteur au réseau")]
    [InlineData("localhost", "Il manque le port")]
    [InlineData("127.0.0.1", "Il manque le port")]
    [InlineData("::1", "Il manque le port")]
    [InlineData("", "Il manque le port")]
    [InlineData("127.0.0.1:", "n’est pas un port")]
    [InlineData("127.0.0.1:65536", "n’est pas un port")]
    [InlineData("127.0.0.1:port", "n’est pas un port")]
    [InlineData("http://127.0.0.1:7233", "sans http")]
    [InlineData("deux mots:7233", "sans http")]
    [InlineData("nulle-part.invalid:7233", "machine inconnue")]
    public async Task Should_refuse_any_other_in_one_French_sentence(string text, string said)
    {
        var refused = await Assert.ThrowsAsync<StartupRefusal>(() => EngineEndpoint.LoopbackAsync(text, TestContext.Current.CancellationToken));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_the_address_of_another_machine_to_a_client() => Assert.Null(EngineEndpoint.Faute("temporal:7233"));
}
