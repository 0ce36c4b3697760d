using System.Globalization;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>Checks a value against its field: the same rule for pages and for the workflow.</summary>
public static partial class ValidationChamp
{
    /// <summary>What is wrong with a value, a French sentence; null when it is right. An empty value is an absent one.</summary>
    public static string? Verifier(Champ champ, string? valeur)
    {
        if (string.IsNullOrWhiteSpace(valeur))
        {
            return champ.Obligatoire ? Francais.Composer($"« {champ.Libelle} » : une valeur est nécessaire.") : null;
        }

        var erreur = champ.Type switch
        {
            TypeChamp.Texte => Reference().IsMatch(valeur) ? null : "le texte doit d’abord être déposé au dossier.",
            TypeChamp.Nombre => Nombre(champ, valeur, entier: true),
            TypeChamp.Heures => Nombre(champ, valeur, entier: false),
            TypeChamp.Date => Date(champ, valeur),
            TypeChamp.Heure => Heure(champ, valeur),
            TypeChamp.Choix => EstUnChoix(champ, valeur) ? null : "ce choix n’est pas proposé.",
            TypeChamp.ChoixMultiple => Codes(valeur) is var codes && codes.All(c => EstUnChoix(champ, c)) && codes.Distinct().Count() == codes.Length
                ? null
                : "un de ces choix n’est pas proposé.",
            TypeChamp.Case => valeur is "oui" or "non" ? null : "la réponse est oui ou non.",
            _ => throw new ArgumentOutOfRangeException(nameof(champ), champ.Type, "Unknown field type."),
        };
        return erreur is null ? null : Francais.Composer($"« {champ.Libelle} » : {erreur}");
    }

    /// <summary>The codes of a multiple choice.</summary>
    public static string[] Codes(string? valeur) =>
        (valeur ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool EstUnChoix(Champ champ, string valeur) => champ.Choix.Any(c => c.Code == valeur);

    private static string? Nombre(Champ champ, string valeur, bool entier)
    {
        if (!decimal.TryParse(valeur, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre)
            || (entier ? nombre != decimal.Truncate(nombre) : nombre * 4 != decimal.Truncate(nombre * 4)))
        {
            return entier ? "un nombre entier est attendu." : "un nombre d’heures est attendu, au quart d’heure près.";
        }

        var (min, max) = (Borne(champ.Min), Borne(champ.Max));
        return nombre < min || nombre > max ? $"la valeur doit être {Bornes(Dire(min), Dire(max))}." : null;

        decimal? Borne(string? texte) => texte is null ? null : decimal.Parse(texte, CultureInfo.InvariantCulture);

        string? Dire(decimal? borne) => borne is not { } b ? null : entier ? b.ToString(CultureInfo.InvariantCulture) : Francais.Heures(b);
    }

    private static string? Date(Champ champ, string valeur)
    {
        if (LocalDatePattern.Iso.Parse(valeur) is not { Success: true, Value: var date })
        {
            return "une date est attendue.";
        }

        var (min, max) = (Borne(champ.Min), Borne(champ.Max));
        return date < min || date > max ? $"la date doit être {Bornes(Dire(min), Dire(max))}." : null;

        static LocalDate? Borne(string? texte) => texte is null ? null : LocalDatePattern.Iso.Parse(texte).Value;

        static string? Dire(LocalDate? jour) => jour is { } j ? $"le {Francais.Date(j)} {j.Year}" : null;
    }

    private static string? Heure(Champ champ, string valeur)
    {
        if (LocalTimePattern.HourMinuteIso.Parse(valeur) is not { Success: true, Value: var heure })
        {
            return "une heure est attendue, par exemple 09:30.";
        }

        var (min, max) = (Borne(champ.Min), Borne(champ.Max));
        return heure < min || heure > max ? $"l’heure doit être {Bornes(Dire(min), Dire(max))}." : null;

        static LocalTime? Borne(string? texte) => texte is null ? null : LocalTimePattern.HourMinuteIso.Parse(texte).Value;

        static string? Dire(LocalTime? heure) => heure is { } h ? Francais.Heure(h) : null;
    }

    private static string Bornes(string? min, string? max) => (min, max) switch
    {
        (not null, not null) => $"comprise entre {min} et {max}",
        (not null, null) => $"au moins {min}",
        _ => $"au plus {max}",
    };

    [GeneratedRegex(@"^[0-9A-Za-z][0-9A-Za-z-]{7,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
