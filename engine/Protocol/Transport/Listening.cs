using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>Where the engine listens, and how.</summary>
internal sealed class Listening : IDisposable
{
    private const int ShortestKey = 16;

    private readonly IReadOnlyList<IPEndPoint> endpoints;
    private readonly X509Certificate2? certificate;
    private readonly X509Certificate2Collection authorities = [];

    private Listening(IReadOnlyList<IPEndPoint> endpoints, EngineAccess access)
    {
        this.endpoints = endpoints;
        certificate = access.Certificate.Length > 0 ? Load("certificate", () => X509Certificate2.CreateFromPemFile(access.Certificate, access.CertificateKey)) : null;
        if (access.ClientAuthorities.Length > 0)
        {
            Load("clients' authorities", () =>
            {
                authorities.ImportFromPemFile(access.ClientAuthorities);
                return authorities;
            });
        }
    }

    /// <summary>Reads an address and what goes with it.</summary>
    /// <exception cref="ArgumentException">The address cannot be understood or found, or is open to others without what keeps them out; the message says what to do.</exception>
    public static Listening Of(string address, EngineAccess access)
    {
        var endpoints = Endpoints(address);
        if (!endpoints.All(e => IPAddress.IsLoopback(e.Address)) && (access.Certificate.Length == 0 || (access.ApiKey.Length == 0 && access.ClientAuthorities.Length == 0)))
        {
            throw new ArgumentException($"The address {address} can be reached from other machines. It wants a certificate, and a key or the authorities of the clients' certificates; without them, take an address on loopback, as 127.0.0.1:7233.");
        }

        if (access.ApiKey.Length is > 0 and < ShortestKey)
        {
            throw new ArgumentException($"The key is shorter than {ShortestKey.ToString(CultureInfo.InvariantCulture)} characters.");
        }

        return access.Certificate.Length == 0 && access.ClientAuthorities.Length > 0
            ? throw new ArgumentException("Certificates of clients want a certificate of the engine.")
            : new Listening(endpoints, access);
    }

    public void Configure(KestrelServerOptions kestrel)
    {
        foreach (var endpoint in endpoints)
        {
            kestrel.Listen(endpoint, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                if (certificate is not null)
                {
                    listen.UseHttps(Secure());
                }
            });
        }
    }

    public void Dispose() => certificate?.Dispose();

    private HttpsConnectionAdapterOptions Secure() => new()
    {
        ServerCertificate = certificate,
        ClientCertificateMode = authorities.Count > 0 ? ClientCertificateMode.RequireCertificate : ClientCertificateMode.NoCertificate,
        ClientCertificateValidation = (client, _, _) => IsOurs(client),
    };

    private bool IsOurs(X509Certificate2 client)
    {
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        return chain.Build(client);
    }

    private static IReadOnlyList<IPEndPoint> Endpoints(string address)
    {
        var colon = address.LastIndexOf(':');
        var host = colon > 0 ? address[..colon].Trim('[', ']') : "";
        if (host.Length == 0 || !ushort.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw new ArgumentException($"The address {address} is not HOST:PORT, as 127.0.0.1:7233 or localhost:7233.");
        }

        // A free port can only be had on one address.
        var found = IPAddress.TryParse(host, out var one) ? [one] : Lookup(host);
        return [.. (port == 0 ? found.Take(1) : found).Select(a => new IPEndPoint(a, port))];
    }

    private static IPAddress[] Lookup(string host)
    {
        try
        {
            return Dns.GetHostAddresses(host, AddressFamily.InterNetwork) is { Length: > 0 } found ? found : Dns.GetHostAddresses(host);
        }
        catch (SocketException e)
        {
            throw new ArgumentException($"The host {host} is not known: {e.Message}", e);
        }
    }

    private static T Load<T>(string what, Func<T> load)
    {
        try
        {
            return load();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ArgumentException($"The {what} cannot be read: {e.Message}", e);
        }
    }
}
