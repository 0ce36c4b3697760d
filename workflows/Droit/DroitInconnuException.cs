using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit;

/// <summary>The law of a day before the first version that this product knows. The message is a French sentence.</summary>
public sealed class DroitInconnuException(string sujet, LocalDate le, VersionDroit premiere) : Exception(Dire(sujet, le, premiere))
{
    /// <summary>« Le droit du 3 mars 2025 sur les sanctions n’est pas connu ici : il l’est à partir du 1ᵉʳ juin 2025. »</summary>
    public static string Dire(string sujet, LocalDate le, VersionDroit premiere) =>
        $"Le droit du {Redaction.Francais.DateComplete(le)} sur {sujet} n’est pas connu ici : il l’est à partir du {Redaction.Francais.DateComplete(premiere.DepuisLe)}.";
}
