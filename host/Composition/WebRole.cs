using System.Globalization;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.BacASable;
using FranceTravail.Parcours.Host.Direct;
using FranceTravail.Parcours.Host.Espaces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Territoires;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>The web role: its services and its pipeline.</summary>
internal static class WebRole
{
    private const long LargestForm = 256 * 1024;

    public static void AddWeb(this WebApplicationBuilder builder, HostSettings options)
    {
        builder.WebHost.UseStaticWebAssets().UseUrls(options.Url).ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestForm;
        });
        var services = builder.Services;
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddDataProtection().SetApplicationName("parcours").PersistKeysToFileSystem(new(Path.Combine(options.DataDirectory, "cles")));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "parcours-jeton");
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "parcours-session";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.LoginPath = "/connexion";
            cookie.AccessDeniedPath = "/erreur/403";
            cookie.ReturnUrlParameter = "retour";
            // In a sandbox months pass at a click: a session must not end with them.
            cookie.ExpireTimeSpan = options.Sandbox ? TimeSpan.FromDays(36_500) : TimeSpan.FromHours(10);
        });
        services.AddAuthorization();
        services.AddScoped<Session>();
        services.AddScoped<Avis>();
        services.AddSingleton<JournalAcces>();
        services.AddSingleton<PiloteHorloge>();
        services.AddSingleton<ControleInscription>();
        services.AddSingleton<Inscripteur>();
        services.AddScoped<PreRemplissage>();
        services.AddSingleton<VeilleDossiers>();
        services.AddHostedService(provider => provider.GetRequiredService<VeilleDossiers>());
        services.AddSingleton<Echecs>();
        services.AddHostedService<RepriseInscriptions>();
        services.AddEspaces();
    }

    public static WebApplication UseWeb(this WebApplication app, HostSettings options)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        app.UseSecurityHeaders();
        app.UseLoopbackOnly();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/erreur/500",
            // A body that is not the form it says it is: the sender's fault, not ours.
            StatusCodeSelector = error => error is BadHttpRequestException bad ? bad.StatusCode
                : error is InvalidDataException or AntiforgeryValidationException ? StatusCodes.Status400BadRequest
                : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseErrorPages();
        app.UseHostFiltering();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapTheme();
        app.MapAcces();
        app.MapDirect();
        app.MapEspaces();
        if (options.Sandbox)
        {
            app.MapBacASable();
        }

        app.MapRazorComponents<App>();
        return app;
    }
}
