using FranceTravail.Parcours.Activities.Dossiers;
using NodaTime;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>
/// Reads fields and gathers what is wrong with them: one fault a field, the gravest, whatever it holds. Who somebody is, and where, must be
/// right; anything else that cannot be read is left out.
/// </summary>
internal sealed class ChampsSaisie(SaisieInscription saisie)
{
    /// <summary>No value of one line is longer; what is longer is not looked into.</summary>
    public const int PlusLong = 254;

    private readonly List<ErreurChamp> fautes = [];

    public SaisieInscription Saisie { get; } = saisie;

    /// <summary>Every fault, in the order of the fields.</summary>
    public IReadOnlyList<ErreurChamp> Fautes => fautes;

    /// <summary>A value short enough to be quoted in a message.</summary>
    public static string Court(string text) => text.Length <= 40 ? text : $"{text[..39]}…";

    /// <summary>Nobody can be registered like this.</summary>
    public LocalDate? Refuser(string champ, string message)
    {
        Noter(new(champ, message));
        return null;
    }

    public Commune? RefuserCommune(string champ, string message)
    {
        Noter(new(champ, message));
        return null;
    }

    /// <summary>The value is left out.</summary>
    public string? Laisser(string champ, string message)
    {
        Noter(new(champ, message, Facultatif: true));
        return null;
    }

    /// <summary>A name; some have no first name, and then <paramref name="missing"/> is null.</summary>
    public string? Nom(string champ, string? text, string? missing)
    {
        if (Lecture.Propre(text) is not { } value)
        {
            return missing is null ? "" : Faux(champ, missing);
        }

        return value.Length > Lecture.NomLePlusLong ? Faux(champ, $"« {Court(value)} » compte {value.Length} caractères : un nom en compte {Lecture.NomLePlusLong} au plus.")
            : Lecture.Nom(value) ?? Faux(champ, $"« {Court(value)} » ne peut pas être un nom : des lettres, des traits d’union et des apostrophes seulement.");
    }

    public string? Lu(string champ, string? text, Func<string, string?> read, string message) =>
        Lecture.Propre(text) is not { } value ? null : (value.Length <= PlusLong ? read(value) : null) ?? Laisser(champ, message);

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

        Laisser(champ, $"« {Court(value)} » n’est pas un nombre entier de {min} à {max}.");
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
            Laisser(champ, $"« {Court(value)} » n’est ni oui ni non.");
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

        Laisser(champ, $"« {Court(value)} » n’est pas admis : {string.Join(", ", Enum.GetNames<T>())}.");
        return null;
    }

    public static T? Choix<T>(string value)
        where T : struct, Enum
    {
        if (value.Length > PlusLong)
        {
            return null;
        }

        var wanted = Plier(value);
        return Enum.GetValues<T>().Where(v => Plier(v.ToString()) == wanted).Select(v => (T?)v).FirstOrDefault();
    }

    private string? Faux(string champ, string message)
    {
        Noter(new(champ, message));
        return null;
    }

    private void Noter(ErreurChamp faute)
    {
        var said = fautes.FindIndex(f => f.Champ == faute.Champ);
        if (said < 0)
        {
            fautes.Add(faute);
        }
        else if (fautes[said].Facultatif && !faute.Facultatif)
        {
            fautes[said] = faute;
        }
    }

    private static string Plier(string text) => TexteDeRecherche.De(text).Replace(" ", "", StringComparison.Ordinal);
}
