using System.Text.Json;

namespace FranceTravail.Parcours.Host.Territoires;

/// <summary>The territories this program serves, read once from <c>territoires.json</c>.</summary>
internal sealed class RegistreTerritoires
{
    public RegistreTerritoires(IReadOnlyList<Territoire> territoires)
    {
        if (territoires.FirstOrDefault(t => !Contraste.Suffisant(t)) is { } pale)
        {
            throw new InvalidOperationException($"The accent {pale.Accent} of territory '{pale.Code}' falls under the AA contrast of 4.5.");
        }

        Tous = territoires;
    }

    public IReadOnlyList<Territoire> Tous { get; }

    public static RegistreTerritoires Lire()
    {
        using var stream = typeof(RegistreTerritoires).Assembly.GetManifestResourceStream("territoires.json")!;
        return new(JsonSerializer.Deserialize<List<Territoire>>(stream, JsonSerializerOptions.Web)!);
    }

    /// <summary>The territory with this code, or the first one: a page always has a theme and a zone.</summary>
    public Territoire Par(string? code) => Tous.FirstOrDefault(t => t.Code == code) ?? Tous[0];

    /// <summary>The territory that serves <paramref name="commune"/>, the narrowest where several do, or null when none does.</summary>
    public Territoire? De(Commune commune) =>
        Tous.Select(t => (Territoire: t, Finesse: t.Ressort.Finesse(commune))).Where(t => t.Finesse is not null).OrderBy(t => t.Finesse).FirstOrDefault().Territoire;
}
