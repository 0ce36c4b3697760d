using System.CommandLine;
using FranceTravail.Parcours.Engine;

namespace FranceTravail.Parcours.Tool;

/// <summary>Who may speak with the service: wanted as soon as it listens beyond loopback.</summary>
internal sealed class AccessOptions
{
    private readonly Option<string> certificate = new("--tls-cert") { Description = "PEM file of the service's certificate.", DefaultValueFactory = _ => "" };
    private readonly Option<string> certificateKey = new("--tls-key") { Description = "PEM file of its private key.", DefaultValueFactory = _ => "" };
    private readonly Option<string> key = new("--api-key-file") { Description = "File of the key that clients send, 16 characters at least.", DefaultValueFactory = _ => "" };
    private readonly Option<string> authorities = new("--tls-client-ca") { Description = "PEM file of the authorities whose certificates clients must have.", DefaultValueFactory = _ => "" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option<string>[])[certificate, certificateKey, key, authorities])
        {
            command.Add(option);
        }
    }

    public EngineAccess Read(ParseResult parsed) => new()
    {
        Certificate = parsed.GetValue(certificate)!,
        CertificateKey = parsed.GetValue(certificateKey)!,
        ApiKey = parsed.GetValue(key) is { Length: > 0 } file ? ReadKey(file) : "",
        ClientAuthorities = parsed.GetValue(authorities)!,
    };

    private static string ReadKey(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"The key cannot be read: {e.Message}", e);
        }
    }
}
