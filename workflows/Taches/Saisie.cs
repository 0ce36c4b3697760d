using System.Globalization;
using FranceTravail.Parcours.Workflows.Parcours;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>The values of an act, read by type once <see cref="ControleActe"/> has accepted them.</summary>
internal readonly struct Saisie(Acte acte)
{
    /// <summary>Null when the field was left empty.</summary>
    public string? Texte(string nom) => acte.Valeurs.GetValueOrDefault(nom) is { } v && !string.IsNullOrWhiteSpace(v) ? v : null;

    /// <summary>0 when the field was left empty.</summary>
    public decimal Heures(string nom) => Texte(nom) is { } v ? decimal.Parse(v, CultureInfo.InvariantCulture) : 0m;

    /// <summary>0 when the field was left empty.</summary>
    public int Nombre(string nom) => (int)Heures(nom);

    public LocalDate? Date(string nom) => Texte(nom) is { } v ? LocalDatePattern.Iso.Parse(v).Value : null;

    public LocalTime? Heure(string nom) => Texte(nom) is { } v ? LocalTimePattern.HourMinuteIso.Parse(v).Value : null;

    public bool EstOui(string nom) => Texte(nom) == "oui";

    public IReadOnlyList<string> Codes(string nom) => ValidationChamp.Codes(Texte(nom));

    /// <summary>Null when the field was left empty.</summary>
    public T? Choix<T>(string nom)
        where T : struct, Enum =>
        Texte(nom) is { } v ? Enum.Parse<T>(v) : null;
}
