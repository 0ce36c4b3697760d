namespace FranceTravail.Parcours.Engine;

/// <summary>Who may speak with the engine. Beyond loopback it wants a certificate of its own, and a key or certificates of its clients.</summary>
public sealed record EngineAccess
{
    /// <summary>Gets the PEM file of the engine's certificate, with those that it rests on; empty for cleartext, on loopback only.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>Gets the PEM file of the certificate's private key.</summary>
    public string CertificateKey { get; init; } = "";

    /// <summary>Gets the key that clients send as <c>authorization: Bearer …</c>, as SDKs do with an API key; empty when none is wanted. 16 characters at least.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Gets the PEM file of the authorities whose certificates clients must have; empty when none is wanted.</summary>
    public string ClientAuthorities { get; init; } = "";
}
