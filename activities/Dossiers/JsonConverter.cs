using System.Text.Json;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>A value that is only ever read and replaced whole is a JSON text, in the dialect of the journey.</summary>
internal sealed class JsonConverter<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, ParcoursJson.Options),
    json => JsonSerializer.Deserialize<T>(json, ParcoursJson.Options)!)
{
    /// <summary>Two values are the same when their texts are.</summary>
    internal sealed class Comparer() : ValueComparer<T>(
        (a, b) => JsonSerializer.Serialize(a, ParcoursJson.Options) == JsonSerializer.Serialize(b, ParcoursJson.Options),
        value => JsonSerializer.Serialize(value, ParcoursJson.Options).GetHashCode(StringComparison.Ordinal),
        value => value);
}
