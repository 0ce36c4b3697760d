using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>Lets only those in who know the key. The health check is open: it tells nothing but how the engine is.</summary>
internal static class KeyCheck
{
    public static void UseKey(this IApplicationBuilder app, string key)
    {
        var wanted = Encoding.UTF8.GetBytes($"Bearer {key}");
        app.Use((context, next) =>
            context.Request.Path.StartsWithSegments("/grpc.health.v1.Health", StringComparison.Ordinal) || CryptographicOperations.FixedTimeEquals(wanted, Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()))
                ? next(context)
                : Refuse(context.Response));
    }

    private static Task Refuse(HttpResponse response)
    {
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = ((int)StatusCode.Unauthenticated).ToString(System.Globalization.CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = "the call does not bear the key of this service";
        return Task.CompletedTask;
    }
}
