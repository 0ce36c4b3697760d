using System.Text.Json;

namespace FranceTravail.Parcours.Host.Simulateurs.Effets;

/// <summary>An answer as it is stored and sent.</summary>
internal sealed record Reponse(int Statut, string Corps)
{
    public bool EstUnEffet => Statut < 400;

    public static Reponse Fait<T>(T corps) => new(StatusCodes.Status200OK, JsonSerializer.Serialize(corps, JsonSerializerOptions.Web));

    /// <summary>A decision of the partner: its <paramref name="code"/> tells it from an answer of whatever stands before the partner.</summary>
    public static Reponse Refus(int statut, string code, string detail) => new(statut, JsonSerializer.Serialize(new { status = statut, code, detail }));

    /// <summary>A plain read whose answer is that there is nothing.</summary>
    public static IResult Inconnu(string code) => Results.Json(
        new { status = StatusCodes.Status404NotFound, code }, contentType: "application/problem+json", statusCode: StatusCodes.Status404NotFound);
}
