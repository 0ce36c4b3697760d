using System.Globalization;
using FranceTravail.Parcours.Workflows.Communes;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>Reads the values of one case and keeps the first fault, so that a question can read all and look once.</summary>
internal sealed class CasDeDroit(IReadOnlyDictionary<string, string> valeurs)
{
    private const int LongueurCitee = 40;

    /// <summary>The first fault, a French sentence; null while everything could be read.</summary>
    public string? Erreur { get; private set; }

    /// <summary>A value that the question cannot do without is missing.</summary>
    public bool Incomplet { get; private set; }

    public string? Texte(string colonne) => valeurs.GetValueOrDefault(colonne)?.Trim() is { Length: > 0 } texte ? texte : null;

    public void Refuser(string erreur) => Erreur ??= erreur;

    public LocalDate Date(string colonne) => DateFacultative(colonne) ?? Manquante<LocalDate>(colonne);

    public LocalDate? DateFacultative(string colonne)
    {
        if (Texte(colonne) is not { } texte)
        {
            return null;
        }

        var lue = LocalDatePattern.Iso.Parse(texte);
        if (!lue.Success)
        {
            Refuser($"Colonne {colonne} : « {Court(texte)} » n’est pas une date ; écrivez-la comme 2026-11-25.");
        }
        else if (lue.Value.Year is < 1900 or > 9000)
        {
            Refuser($"Colonne {colonne} : l’année {lue.Value.Year} n’est pas vraisemblable.");
        }

        return lue.Success ? lue.Value : default(LocalDate);
    }

    public T Code<T>(string colonne, IReadOnlyDictionary<string, T> codes)
        where T : struct => CodeFacultatif(colonne, codes) ?? Manquante<T>(colonne);

    public T? CodeFacultatif<T>(string colonne, IReadOnlyDictionary<string, T> codes)
        where T : struct
    {
        if (Texte(colonne) is not { } texte)
        {
            return null;
        }

        if (codes.TryGetValue(texte.ToLowerInvariant(), out var valeur))
        {
            return valeur;
        }

        Refuser($"Colonne {colonne} : « {Court(texte)} » n’est pas connu ; attendu : {string.Join(", ", codes.Keys)}.");
        return default(T);
    }

    public bool OuiNon(string colonne) => Code(colonne, Codes.OuiNon);

    public int Entier(string colonne, int max)
    {
        if (Texte(colonne) is not { } texte)
        {
            return Manquante<int>(colonne);
        }

        if (int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var valeur) && valeur <= max)
        {
            return valeur;
        }

        Refuser($"Colonne {colonne} : « {Court(texte)} » n’est pas un nombre entier de 0 à {max}.");
        return 0;
    }

    /// <summary>A number with a point or a comma.</summary>
    public decimal Nombre(string colonne, decimal max)
    {
        if (Texte(colonne) is not { } texte)
        {
            return Manquante<decimal>(colonne);
        }

        if (decimal.TryParse(texte.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var valeur) && valeur <= max)
        {
            return valeur;
        }

        Refuser($"Colonne {colonne} : « {Court(texte)} » n’est pas un nombre de 0 à {max.ToString(CultureInfo.InvariantCulture)}.");
        return 0;
    }

    /// <summary>The commune on a day; null when the code leads to none.</summary>
    public CommuneTrouvee? Commune(string colonne, LocalDate le)
    {
        if (Texte(colonne) is not { } texte)
        {
            Manquante<int>(colonne);
            return null;
        }

        if (CodeGeographique.Trouver(texte.ToUpperInvariant(), le) is not { } trouvee)
        {
            Refuser($"Colonne {colonne} : {CodeGeographique.DireInconnu(Court(texte.ToUpperInvariant()))}");
            return null;
        }

        return trouvee;
    }

    private T Manquante<T>(string colonne)
        where T : struct
    {
        Incomplet = true;
        Refuser($"Colonne {colonne} : la valeur manque.");
        return default;
    }

    private static string Court(string texte) => texte.Length <= LongueurCitee ? texte : $"{texte[..LongueurCitee]}…";
}
