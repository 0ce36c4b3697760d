using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>An instant is an integer, in ticks of 100 ns since the Unix epoch: it sorts and compares in the database.</summary>
internal sealed class InstantConverter()
    : ValueConverter<Instant, long>(instant => instant.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));
