using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Espaces.Accompagnement;
using FranceTravail.Parcours.Host.Espaces.Agenda;
using FranceTravail.Parcours.Host.Espaces.Courriers;
using FranceTravail.Parcours.Host.Espaces.Demarches;
using FranceTravail.Parcours.Host.Espaces.Personne;
using FranceTravail.Parcours.Host.Espaces.Taches;

namespace FranceTravail.Parcours.Host.Espaces;

/// <summary>What the desks read with, and the addresses beside their pages.</summary>
internal static class EspacesServices
{
    /// <summary>Order of what is posted to the address of a page, which by itself takes posts too, or none.</summary>
    public const int AvantLesPages = -1;

    public static void AddEspaces(this IServiceCollection services)
    {
        services.AddScoped<RailQuery>();
        services.AddScoped<JourneeQuery>();
        services.AddScoped<DossierQuery>();
        services.AddScoped<PortefeuilleQuery>();
        services.AddScoped<MonParcoursQuery>();
        services.AddScoped<CourriersQuery>();
        services.AddScoped<TacheQuery>();
        services.AddScoped<Offre>();
        services.AddScoped<ActeSaisi>();
        services.AddScoped<DemarchesQuery>();
        services.AddSingleton<TextesDActe>();
        services.AddSingleton<EnvoiActe>();
        services.AddHostedService<BalayageBrouillons>();
    }

    public static void MapEspaces(this IEndpointRouteBuilder routes)
    {
        routes.MapActes();
        routes.MapLots();
        routes.MapDemarches();
        routes.MapCourriers();
        routes.MapRendezVous();
        routes.MapBesoins();
        routes.MapGet("/communes/{codePostal:length(5)}", (string codePostal, RegistreCommunes communes) =>
            Results.Json(communes.ParCodePostal(codePostal).Select(c => c.Nom))).AllowAnonymous().WithMetadata(SansCompte.Marque);
    }
}
