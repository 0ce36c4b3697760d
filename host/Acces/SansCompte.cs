namespace FranceTravail.Parcours.Host.Acces;

/// <summary>Metadata of an endpoint that shows the same to everybody: no account is read again for it.</summary>
internal sealed class SansCompte
{
    public static readonly SansCompte Marque = new();
}
