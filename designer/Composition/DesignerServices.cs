using FranceTravail.Parcours.Designer.Bibliotheque;
using Microsoft.Extensions.DependencyInjection;

namespace FranceTravail.Parcours.Designer.Composition;

/// <summary>What a host adds to have the templates.</summary>
public static class DesignerServices
{
    /// <summary>Adds the library of templates, and publishes the national one when the host starts. Needs the case store and a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddDesigner(this IServiceCollection services)
    {
        services.AddSingleton<BibliothequeModeles>();
        services.AddHostedService<PublicationNationale>();
        return services;
    }
}
