using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Reads an address of an engine, host:port, as people write it.</summary>
internal static class EngineEndpoint
{
    /// <summary>Why <paramref name="text"/> is not host:port, in one French sentence; null when it is.</summary>
    public static string? Faute(string text)
    {
        text = text.Trim();
        var (host, port) = Split(text);
        return port is null
            ? $"Il manque le port dans l’adresse du moteur « {text} » : écrivez-la comme {HostSettings.DefaultEngineAddress}."
            : !int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > IPEndPoint.MaxPort
                ? $"« {port} » n’est pas un port : l’adresse du moteur s’écrit comme {HostSettings.DefaultEngineAddress}."
            : host.Contains('/', StringComparison.Ordinal) || (Uri.CheckHostName(host) is UriHostNameType.Unknown && !IPAddress.TryParse(host.Trim('[', ']'), out _))
                ? $"« {text} » n’est pas une adresse de moteur : écrivez-la comme {HostSettings.DefaultEngineAddress}, sans http."
            : null;
    }

    /// <summary>The address that an engine of this process listens on: of this machine only, since anybody may enter there without a word.</summary>
    /// <exception cref="StartupRefusal">It is no address, of no known machine, or open to the network.</exception>
    public static async Task<string> LoopbackAsync(string text, CancellationToken cancellationToken)
    {
        if (Faute(text) is { } faute)
        {
            throw new StartupRefusal(faute);
        }

        var (host, port) = Split(text.Trim());
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var address) ? [address] : await ResolveAsync(host, text, cancellationToken);
        return addresses.Length > 0 && addresses.All(IPAddress.IsLoopback)
            ? new IPEndPoint(addresses.FirstOrDefault(a => a.AddressFamily is AddressFamily.InterNetwork) ?? addresses[0], int.Parse(port!, CultureInfo.InvariantCulture)).ToString()
            : throw new StartupRefusal(
                $"« {text} » ouvrirait le moteur au réseau, où chacun pourrait agir sans se nommer : il n’écoute que cette machine. Écrivez 127.0.0.1:{port}, ou localhost:{port}.");
    }

    private static async Task<IPAddress[]> ResolveAsync(string host, string text, CancellationToken cancellationToken)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellationToken);
        }
        catch (SocketException error)
        {
            throw new StartupRefusal($"L’adresse du moteur « {text} » nomme une machine inconnue : « {host} ».", error);
        }
    }

    private static (string Host, string? Port) Split(string text)
    {
        var colon = text.LastIndexOf(':');

        // An address of IPv6 without brackets has colons and no port.
        return colon <= 0 || text.EndsWith(']') || (text.AsSpan(0, colon).Contains(':') && text[0] != '[' && !text.Contains("//", StringComparison.Ordinal))
            ? (text, null)
            : (text[..colon], text[(colon + 1)..]);
    }
}
