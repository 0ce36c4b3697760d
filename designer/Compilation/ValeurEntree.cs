using System.Globalization;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>A value of an input, brought to its canonical text and held against its bounds.</summary>
internal static class ValeurEntree
{
    private const int MaxTexte = 500;
    private const int MaxElements = 10;

    public readonly record struct Lue(string Texte, string? Erreur, bool HorsBornes = false);

    public static Lue Lire(EntreeEtape entree, Reglage reglage, string texte)
    {
        texte = texte.Trim();
        return entree.Type switch
        {
            TypeEntree.Texte => texte.Length <= MaxTexte ? new(texte, null) : Refus($"{MaxTexte} caractères au plus."),
            TypeEntree.Nombre => int.TryParse(texte, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var nombre)
                ? Borner(reglage, nombre, nombre.ToString(CultureInfo.InvariantCulture))
                : Refus($"« {Court(texte)} » n’est pas un nombre entier."),
            TypeEntree.Heures => Decimal(texte) is { } heures && decimal.Round(heures * 4) == heures * 4
                ? Borner(reglage, heures, heures.ToString("0.##", CultureInfo.InvariantCulture))
                : Refus($"« {Court(texte)} » n’est pas un nombre d’heures au quart d’heure, comme 15 ou 7,5."),
            TypeEntree.Duree => DelaiLegal.Essayer(texte, out var delai)
                ? BornerDuree(reglage, delai)
                : Refus($"« {Court(texte)} » n’est pas une durée ; écrivez P30D pour 30 jours, P2W pour 2 semaines, P3M pour 3 mois."),
            TypeEntree.Booleen => bool.TryParse(texte, out var booleen) ? new(booleen ? "true" : "false", null) : Refus($"« {Court(texte)} » n’est ni vrai ni faux."),
            TypeEntree.Choix => entree.Choix.Any(c => c.Code == texte)
                ? new(texte, null)
                : Refus($"« {Court(texte)} » n’est pas un des choix : {string.Join(", ", entree.Choix.Select(c => c.Code))}."),
            TypeEntree.ListeNombres => LireListe(reglage, texte),
            _ => throw new ArgumentOutOfRangeException(nameof(entree), entree.Type, null),
        };
    }

    private static Lue LireListe(Reglage reglage, string texte)
    {
        // A multiple choice of the Studio is JSON text, [7,2,1]; typed by hand it is 7, 2, 1.
        var elements = texte.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries).Select(e => e.Trim('"')).ToList();
        var nombres = elements.Select(e => int.TryParse(e, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToList();
        if (nombres.Contains(-1) || nombres.Count > MaxElements)
        {
            return Refus($"« {Court(texte)} » n’est pas une liste de nombres entiers, {MaxElements} au plus, comme 7,2,1.");
        }

        var horsBornes = nombres.Select(n => Borner(reglage, n, "")).FirstOrDefault(l => l.Erreur is not null);
        return horsBornes.Erreur is not null ? horsBornes : new(string.Join(',', nombres.Distinct().OrderDescending()), null);
    }

    private static Lue Borner(Reglage reglage, decimal valeur, string canonique) =>
        (reglage.Min is { } min && valeur < decimal.Parse(min, CultureInfo.InvariantCulture)) || (reglage.Max is { } max && valeur > decimal.Parse(max, CultureInfo.InvariantCulture))
            ? new(canonique, HorsBornes(reglage, valeur.ToString("0.##", CultureInfo.InvariantCulture), reglage.Min, reglage.Max), true)
            : new(canonique, null);

    private static Lue BornerDuree(Reglage reglage, DelaiLegal delai)
    {
        var min = DelaiLegal.Analyser(reglage.Min ?? "P0D");
        var max = DelaiLegal.Analyser(reglage.Max ?? "P1200M");
        return delai.EstEntre(min, max)
            ? new(delai.ToString(), null)
            : new(delai.ToString(), HorsBornes(reglage, Francais.Duree(delai), Francais.Duree(min), Francais.Duree(max)), true);
    }

    private static string HorsBornes(Reglage reglage, string valeur, string? min, string? max)
    {
        var bornes = min == max ? $"la seule valeur permise est {min}" : $"de {min ?? "−∞"} à {max ?? "+∞"} sont permis";
        return $"{valeur} est hors des bornes ; {bornes}{(reglage.Base is null ? "" : $" ({reglage.Base})")}.";
    }

    private static decimal? Decimal(string texte) =>
        decimal.TryParse(texte.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var valeur)
        && Math.Abs(valeur) < 10_000 ? valeur : null;

    private static Lue Refus(string message) => new("", message);

    private static string Court(string texte) => texte.Length <= 40 ? texte : $"{texte[..40]}…";
}
