using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>A date is ISO text, which sorts as dates do from year 1 to 9999.</summary>
internal sealed class LocalDateConverter()
    : ValueConverter<LocalDate, string>(date => LocalDatePattern.Iso.Format(date), text => LocalDatePattern.Iso.Parse(text).Value);
