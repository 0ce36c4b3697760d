using FranceTravail.Parcours.Activities.Dossiers;
using NodaTime;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>Reads fields and gathers what is wrong with them.</summary>
internal sealed class ChampsSaisie(SaisieInscription saisie)
{
    private readonly List<ErreurChamp> erreurs = [];

    public SaisieInscription Saisie { get; } = saisie;

    public IReadOnlyList<ErreurChamp> Erreurs => erreurs;

    /// <summary>A value short enough to be quoted in a message.</summary>
    public static string Court(string text) => text.Length <= 40 ? text : $"{text[..39]}…";

    public LocalDate? Refuser(string champ, string message)
    {
        erreurs.Add(new(champ, message));
        return null;
    }

    public Commune? RefuserCommune(string champ, string message)
    {
        erreurs.Add(new(champ, message));
        return null;
    }

    public string? Nom(string champ, string? text, string missing) =>
        Lecture.Propre(text) is not { } value ? Manque(champ, missing)
        : Lecture.EstUnNom(value) ? value
        : Manque(champ, $"« {Court(value)} » ne peut pas être un nom : des lettres, des traits d’union et des apostrophes seulement.");

    public string? Lu(string champ, string? text, Func<string, string?> read, string message) =>
        Lecture.Propre(text) is not { } value ? null : read(value) ?? Manque(champ, message);

    public int? Entier(string champ, string? text, int min, int max)
    {
        if (Lecture.Propre(text) is not { } value)
        {
            return null;
        }

        if (Lecture.Entier(value) is { } number && number >= min && number <= max)
        {
            return number;
        }

        Manque(champ, $"« {Court(value)} » n’est pas un nombre entier de {min} à {max}.");
        return null;
    }

    public bool? OuiNon(string champ, string? text)
    {
        if (Lecture.Propre(text) is not { } value)
        {
            return null;
        }

        var read = Lecture.OuiNon(value);
        if (read is null)
        {
            Manque(champ, $"« {Court(value)} » n’est ni oui ni non.");
        }

        return read;
    }

    /// <summary>A name of <typeparamref name="T"/>, accents, case, hyphens and spaces aside.</summary>
    public T? Enumere<T>(string champ, string? text)
        where T : struct, Enum
    {
        if (Lecture.Propre(text) is not { } value)
        {
            return null;
        }

        if (Choix<T>(value) is { } read)
        {
            return read;
        }

        Manque(champ, $"« {Court(value)} » n’est pas admis : {string.Join(", ", Enum.GetNames<T>())}.");
        return null;
    }

    public static T? Choix<T>(string value)
        where T : struct, Enum
    {
        var wanted = Plier(value);
        return Enum.GetValues<T>().Where(v => Plier(v.ToString()) == wanted).Select(v => (T?)v).FirstOrDefault();
    }

    public string? Manque(string champ, string message)
    {
        erreurs.Add(new(champ, message));
        return null;
    }

    private static string Plier(string text) => TexteDeRecherche.De(text).Replace(" ", "", StringComparison.Ordinal);
}
