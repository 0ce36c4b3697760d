using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace FranceTravail.Parcours.Workflows.Serialisation;

/// <summary>The one JSON dialect of the journey: histories, compiled templates, stored task forms.</summary>
public static class ParcoursJson
{
    /// <summary>The dialect itself: what carries a version is read as today's, whatever it says.</summary>
    internal static JsonSerializerOptions SansVersions { get; } = Sceller(Base());

    /// <summary>Camel case, enums by name, Noda Time in ISO 8601, absent rather than null.</summary>
    public static JsonSerializerOptions Options { get; } = Creer(VersionsEtat.Versions, VersionsDecision.Versions);

    /// <summary>The same, with other formats of what carries its version.</summary>
    internal static JsonSerializerOptions Creer(Versions etat, Versions decision)
    {
        var options = Base();
        options.Converters.Add(new ConvertisseurVersionne<EtatParcours>(etat, SansVersions));
        options.Converters.Add(new ConvertisseurVersionne<Decision>(decision, SansVersions));
        return Sceller(options);
    }

    private static JsonSerializerOptions Sceller(JsonSerializerOptions options)
    {
        options.MakeReadOnly();
        return options;
    }

    private static JsonSerializerOptions Base()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // French sentences stay readable in a history; nothing of it is ever written inside HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter() },
        };
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TaireLeVide } };
        return options;
    }

    /// <summary>Histories are kept for years: an empty list and a plain « no » are left out, as they read back the same.</summary>
    private static void TaireLeVide(JsonTypeInfo type)
    {
        foreach (var propriete in type.Properties.Where(p => !p.IsRequired))
        {
            if (propriete.PropertyType == typeof(bool))
            {
                propriete.ShouldSerialize = (_, valeur) => valeur is true;
            }
            else if (propriete.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(propriete.PropertyType))
            {
                propriete.ShouldSerialize = (_, valeur) => valeur is IEnumerable suite && suite.Cast<object?>().Any();
            }
        }
    }
}
