using System.Net.Sockets;
using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Turns what can go wrong at start into one French sentence.</summary>
internal static class StartupFailures
{
    /// <summary>The refusal to show for <paramref name="error"/>, or null when it is a defect and must be seen whole.</summary>
    public static StartupRefusal? ToRefusal(Exception error, HostSettings options) => error switch
    {
        StartupRefusal refusal => refusal,
        OuvertureDossiersException opening => new(opening.Message, opening),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => PortInUse(options, error),
        Microsoft.AspNetCore.Connections.AddressInUseException => PortInUse(options, error),
        SocketException or IOException { InnerException: SocketException } =>
            new($"L’adresse {options.Url} ne peut pas être ouverte sur cette machine. Choisissez-en une autre avec --url.", error),
        _ => null,
    };

    private static StartupRefusal PortInUse(HostSettings options, Exception error) =>
        new($"L’adresse {options.Url} est déjà utilisée par un autre programme. Arrêtez-le, ou choisissez-en une autre avec --url.", error);
}
