using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace FranceTravail.Parcours.Host.Espaces.Commun;

/// <summary>Carries one sentence over a redirect, in an encrypted cookie that the next page takes and removes.</summary>
internal sealed class Avis(IHttpContextAccessor http, IDataProtectionProvider protection)
{
    private const string Cookie = "parcours-avis";
    private static readonly CookieOptions Options = new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
    private readonly IDataProtector protector = protection.CreateProtector("avis");

    public void Laisser(string classe, string texte) =>
        http.HttpContext!.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(new AvisTexte(classe, texte))), Options);

    /// <summary>The sentence left by the act before, or null.</summary>
    public AvisTexte? Prendre()
    {
        var context = http.HttpContext!;
        // A live refresh is not the page that follows the act.
        if (context.Response.HasStarted || context.Request.Headers.ContainsKey("X-Direct") || context.Request.Cookies[Cookie] is not { Length: > 0 } cookie)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, Options);
        try
        {
            return JsonSerializer.Deserialize<AvisTexte>(protector.Unprotect(cookie));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Written by another installation on the same address: nothing to say.
            return null;
        }
    }
}
