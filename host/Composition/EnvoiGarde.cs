using System.Text.Json;
using System.Text.Json.Serialization;
using FranceTravail.Parcours.Host.Acces;
using Microsoft.AspNetCore.Diagnostics;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>A post that failed: where it was sent and what it held, so that the page of its error can offer to send it again.</summary>
public sealed record EnvoiGarde(string Adresse, IReadOnlyList<KeyValuePair<string, string>> Champs)
{
    /// <summary>The field in which a form of sign-in carries it over to the page after.</summary>
    public const string Champ = "envoi";

    private const string Token = "__RequestVerificationToken";

    /// <summary>The dossier that an act was about, which is the one of the person who may have typed it; null when it was another post.</summary>
    [JsonIgnore]
    public string? Dossier => Adresse.Split('/') is ["", "taches" or "demarches", var dossier, ..] ? dossier : null;

    /// <summary>As a form carries it.</summary>
    [JsonIgnore]
    public string Texte => JsonSerializer.Serialize(this);

    /// <summary>What a form of this site carried over a sign-in; null when there is none.</summary>
    public static EnvoiGarde? Porte(HttpRequest request, IFormCollection form)
    {
        try
        {
            return VientDIci(request) && form[Champ].ToString() is { Length: > 0 } text && JsonSerializer.Deserialize<EnvoiGarde>(text) is { Adresse: { } address, Champs: { } champs } kept
                && champs.All(c => c is { Key: not null, Value: not null })
                && Retour.Local(address) is not null ? kept : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What was posted to this site from this site; null when nothing was, when it cannot be read, or when another site made it up.</summary>
    public static async Task<EnvoiGarde?> DeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !VientDIci(request) || OriginalPath(context) is not { } path)
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            return form.Count == 0 ? null : new(path, [.. form.Where(f => f.Key != Token).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))]);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? OriginalPath(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>() is { } failed ? failed.Path
        : context.Features.Get<IStatusCodeReExecuteFeature>() is { } status ? status.OriginalPath + status.OriginalQueryString
        : null;

    /// <summary>A page elsewhere may post here and have the reader send it again with her own hand: browsers tell by these headers.</summary>
    private static bool VientDIci(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is "" or "null" || request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}");
}
