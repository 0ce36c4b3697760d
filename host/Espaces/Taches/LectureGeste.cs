using System.Globalization;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime.Text;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>Reads the fields of an act into the invariant text that the journey takes; what cannot be read is said beside its field.</summary>
internal static partial class LectureGeste
{
    public const int LongestText = 4000;

    public static (Dictionary<string, string> Valeurs, List<ErreurChamp> Erreurs) Lire(Geste geste, IFormCollection form)
    {
        var (values, errors) = (new Dictionary<string, string>(), new List<ErreurChamp>());
        foreach (var champ in geste.Champs)
        {
            var raw = champ.Type is TypeChamp.ChoixMultiple ? string.Join(',', form[champ.Nom].Where(v => v is not null)) : Vu(champ, form[champ.Nom].FirstOrDefault() ?? "");
            if (champ.Type is TypeChamp.Case)
            {
                values[champ.Nom] = raw is "oui" ? "oui" : "non";
            }
            else if (raw.Length == 0)
            {
                if (champ.Obligatoire)
                {
                    errors.Add(new(champ.Nom, $"{champ.Libelle} : cette réponse est nécessaire."));
                }
            }
            else if (Canonique(champ, raw) is { } value)
            {
                values[champ.Nom] = value;
            }
            else
            {
                errors.Add(new(champ.Nom, $"{champ.Libelle} : {Attendu(champ)}."));
            }
        }

        return (values, errors);
    }

    /// <summary>What was typed, to be shown again in the same field: of a list, what it offers.</summary>
    public static string Saisi(Champ champ, IFormCollection form) => champ.Type is TypeChamp.ChoixMultiple
        ? string.Join(',', form[champ.Nom].SelectMany(v => (v ?? "").Split(',')).Intersect(champ.Choix.Select(c => c.Code)))
        : form[champ.Nom].FirstOrDefault() ?? "";

    /// <summary>Hours as people type them: « 15 », « 7,5 », « 7 h 30 », « 7:30 ».</summary>
    internal static decimal? Heures(string text)
    {
        var match = HoursAndMinutes().Match(text);
        if (match.Success)
        {
            var minutes = match.Groups[2].Length == 0 ? 0 : int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            return minutes < 60 ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + (minutes / 60m) : null;
        }

        return decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours < 1000 ? hours : null;
    }

    /// <summary>What was typed and can be seen.</summary>
    private static string Vu(Champ champ, string text) => (champ.Type is TypeChamp.Texte ? Invisibles.OterDuTexte(text) : Invisibles.Oter(text)).Trim();

    private static string? Canonique(Champ champ, string raw) => champ.Type switch
    {
        TypeChamp.Texte => raw.Length <= LongestText ? raw : null,
        TypeChamp.Nombre => decimal.TryParse(raw.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && Within(champ, number) ? Text(number) : null,
        TypeChamp.Heures => Heures(raw) is { } hours && Within(champ, hours) ? Text(hours) : null,
        TypeChamp.Date => Lecture.Date(raw) is { } date && Between(champ, LocalDatePattern.Iso.Format(date)) ? LocalDatePattern.Iso.Format(date) : null,
        TypeChamp.Heure => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(raw) is { Success: true } && Between(champ, raw) ? raw : null,
        TypeChamp.Choix => champ.Choix.Any(c => c.Code == raw) ? raw : null,
        TypeChamp.ChoixMultiple => Choisis(champ, raw),
        _ => null,
    };

    /// <summary>The codes that were ticked, each once; null when one of them was not offered.</summary>
    private static string? Choisis(Champ champ, string raw)
    {
        var codes = raw.Split(',').ToHashSet(StringComparer.Ordinal);
        var offered = champ.Choix.Select(c => c.Code).Where(codes.Contains).ToList();
        return offered.Count == codes.Count ? string.Join(',', offered) : null;
    }

    private static bool Within(Champ champ, decimal value) =>
        (champ.Min is null || value >= decimal.Parse(champ.Min, CultureInfo.InvariantCulture)) && (champ.Max is null || value <= decimal.Parse(champ.Max, CultureInfo.InvariantCulture));

    /// <summary>ISO dates and times sort as text.</summary>
    private static bool Between(Champ champ, string value) =>
        (champ.Min is null || string.CompareOrdinal(value, champ.Min) >= 0) && (champ.Max is null || string.CompareOrdinal(value, champ.Max) <= 0);

    private static string Text(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Attendu(Champ champ) => champ.Type switch
    {
        TypeChamp.Texte => $"{Francais.Nombre(LongestText)} caractères au plus",
        TypeChamp.Heures => $"un nombre d’heures comme 15 ou 7 h 30{Bornes(champ, v => Francais.Heures(decimal.Parse(v, CultureInfo.InvariantCulture)))}",
        TypeChamp.Nombre => $"un nombre{Bornes(champ, v => v)}",
        TypeChamp.Date => $"une date{Bornes(champ, v => LocalDatePattern.Iso.Parse(v) is { Success: true } d ? Francais.EnChiffres(d.Value) : v)}",
        TypeChamp.Heure => $"une heure{Bornes(champ, v => v)}",
        _ => "choisissez parmi ce qui est proposé",
    };

    private static string Bornes(Champ champ, Func<string, string> show) => (champ.Min, champ.Max) switch
    {
        ({ } min, { } max) => $", de {show(min)} à {show(max)}",
        ({ } min, null) => $", au moins {show(min)}",
        (null, { } max) => $", au plus {show(max)}",
        _ => "",
    };

    [GeneratedRegex(@"^(\d{1,3})\s*(?:[hH:]\s*(\d{0,2}))$")]
    private static partial Regex HoursAndMinutes();
}
