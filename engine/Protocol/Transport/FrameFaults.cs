using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>
/// A request whose frame is cut, too long or followed by another is the caller's error. The framework says UNKNOWN or INTERNAL, which stand
/// for errors of the engine's own; a call that comes as far as the engine is marked, and keeps its status.
/// </summary>
internal static class FrameFaults
{
    private const string Status = "grpc-status";

    private static readonly string[] Ours = [Text(StatusCode.Unknown), Text(StatusCode.Internal)];

    /// <summary>Marks a call whose frame and message were understood.</summary>
    public static void Understood(HttpContext context) => context.Items[typeof(FrameFaults)] = true;

    public static void UseFrameFaults(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        var headers = context.Response.Headers;
        if (!context.Response.HasStarted && !context.Items.ContainsKey(typeof(FrameFaults)) && Ours.Contains(headers[Status].ToString()))
        {
            headers[Status] = Text(StatusCode.InvalidArgument);
            headers["grpc-message"] = "malformed gRPC frame";
        }
    });

    private static string Text(StatusCode code) => ((int)code).ToString(CultureInfo.InvariantCulture);
}
