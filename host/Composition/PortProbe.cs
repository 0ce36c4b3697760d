using System.Net;
using System.Net.Sockets;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Asks for the address of the pages before anything is started: a port in use is said in one line, not in the logs of ten services.</summary>
internal static class PortProbe
{
    /// <exception cref="StartupRefusal">The address is in use, or not of this machine.</exception>
    public static void Check(string url)
    {
        var uri = new Uri(url);
        if (uri.Port == 0)
        {
            return;
        }

        try
        {
            var address = uri.Host is "localhost" ? IPAddress.Loopback : IPAddress.TryParse(uri.Host, out var parsed) ? parsed : IPAddress.Any;
            using var listener = new TcpListener(address, uri.Port);
            listener.Start();
        }
        catch (SocketException error)
        {
            throw new StartupRefusal(
                error.SocketErrorCode is SocketError.AddressAlreadyInUse
                    ? $"L’adresse {url} est déjà utilisée par un autre programme. Arrêtez-le, ou choisissez-en une autre avec --url."
                    : $"L’adresse {url} ne peut pas être ouverte sur cette machine. Choisissez-en une autre avec --url.",
                error);
        }
    }
}
