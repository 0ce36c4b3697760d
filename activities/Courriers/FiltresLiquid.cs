using System.Globalization;
using Fluid;
using Fluid.Values;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Activities.Courriers;

/// <summary>What a template says dates, instants and hours with: <c>jour</c>, <c>moment</c>, <c>heures</c>.</summary>
internal static class FiltresLiquid
{
    /// <summary>Options of a letter for a place: instants are said in its zone.</summary>
    public static TemplateOptions Pour(DateTimeZone zone)
    {
        var options = new TemplateOptions();
        Ajouter(options, "jour", texte => Jour(LocalDatePattern.Iso.Parse(texte).GetValueOrThrow()));
        Ajouter(options, "moment", texte => Moment(InstantPattern.ExtendedIso.Parse(texte).GetValueOrThrow().InZone(zone).LocalDateTime));
        Ajouter(options, "heures", texte => Francais.Heures(decimal.Parse(texte, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)));
        return options;
    }

    /// <summary>« jeudi 26 novembre 2026 ».</summary>
    public static string Jour(LocalDate jour) => string.Create(CultureInfo.InvariantCulture, $"{Francais.JourEtDate(jour)} {jour.Year}");

    private static string Moment(LocalDateTime moment) => $"{Jour(moment.Date)} à {Francais.Heure(moment.TimeOfDay)}";

    private static void Ajouter(TemplateOptions options, string nom, Func<string, string> filtre) =>
        options.Filters.AddFilter(nom, (input, _, _) => new ValueTask<FluidValue>(new StringValue(filtre(input.ToStringValue()))));
}
