using System.Text.Json;

namespace FranceTravail.Parcours.Host.Simulateurs.Effets;

/// <summary>An answer as it is stored and sent.</summary>
internal sealed record Reponse(int Statut, string Corps)
{
    public bool EstUnEffet => Statut < 400;

    public static Reponse Fait<T>(T corps) => new(StatusCodes.Status200OK, JsonSerializer.Serialize(corps, JsonSerializerOptions.Web));

    public static Reponse Refus(int statut, string detail) => new(statut, JsonSerializer.Serialize(new { status = statut, detail }));
}
