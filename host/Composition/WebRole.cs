using System.Globalization;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.BacASable;
using FranceTravail.Parcours.Host.Direct;
using FranceTravail.Parcours.Host.Espaces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Observation;
using FranceTravail.Parcours.Host.Territoires;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>The web role: its services and its pipeline.</summary>
internal static class WebRole
{
    /// <summary>
    /// Far more than any form holds: what is too long for its field is said beside that field, and kept. A page shows what was typed a few
    /// times at most, so that no form makes a page that nobody could have typed.
    /// </summary>
    public const int LargestForm = 1024 * 1024;

    public static void AddWeb(this WebApplicationBuilder builder, HostSettings options)
    {
        builder.WebHost.UseStaticWebAssets().UseUrls(options.Url).ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;

            // The addresses of the pages are those of the program; nothing beside its settings opens another.
            server.Configure();
            server.Limits.MaxRequestBodySize = 64 * LargestForm;
        });
        var services = builder.Services;
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddDataProtection().SetApplicationName("parcours");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
            keys.XmlRepository = ActivatorUtilities.CreateInstance<DurableKeys>(provider, Path.Combine(options.DataDirectory, "cles"))));
        services.Configure<FormOptions>(form => (form.ValueLengthLimit, form.BufferBodyLengthLimit) = (LargestForm, LargestForm));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "parcours-jeton");
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "parcours-session";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.LoginPath = "/connexion";
            cookie.AccessDeniedPath = "/erreur/403";
            cookie.ReturnUrlParameter = "retour";
            var redirect = cookie.Events.OnRedirectToLogin;
            cookie.Events.OnRedirectToLogin = context =>
            {
                if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
                {
                    return redirect(context);
                }

                // The page of this error lets in, and keeps what was typed; a redirect would lose it.
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            };
            cookie.Events.OnValidatePrincipal = Comptes.RevoirAsync;

            // In a sandbox months pass at a click: a session must not end with them.
            cookie.ExpireTimeSpan = options.Sandbox ? TimeSpan.FromDays(36_500) : TimeSpan.FromHours(10);
        });
        services.AddAuthorization(access => access.FallbackPolicy = new AuthorizationPolicyBuilder()
            // Closed unless it says that it is open. What does not exist, or does not take this method, is not closed: it does not exist.
            .RequireAssertion(asked => asked.User.Identity?.IsAuthenticated == true || (asked.Resource as HttpContext)?.GetEndpoint() is not RouteEndpoint)
            .Build());
        services.AddScoped<Session>();
        services.AddScoped<Avis>();
        services.AddSingleton<JournalAcces>();
        services.AddSingleton<PiloteHorloge>();
        services.AddSingleton<ControleInscription>();
        services.AddSingleton<Inscripteur>();
        services.AddSingleton<EssaisCaf>();
        services.AddScoped<PreRemplissage>();
        services.AddSingleton<EtatDirect>();
        services.AddSingleton<VeilleDossiers>();
        services.AddHostedService(provider => provider.GetRequiredService<VeilleDossiers>());
        services.AddHostedService<RepriseInscriptions>();
        services.AddSingleton<ReceptionDonnees>();
        services.AddHostedService<EnvoiDonnees>();
        services.AddEspaces();
    }

    public static WebApplication UseWeb(this WebApplication app, HostSettings options)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        app.UseSecurityHeaders();
        app.UseLoopbackOnly();
        app.UseHeadRequests();
        app.UseErrorPages();
        app.UseReadableRequests();

        // Behind the pages of errors, which ask for their page as GET whatever failed.
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous().WithMetadata(SansCompte.Marque);
        app.MapTheme();
        app.MapTelemetrie();
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
