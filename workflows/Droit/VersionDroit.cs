using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Droit;

/// <summary>A version of the law: the day from which it holds, and the texts that made it.</summary>
/// <param name="DepuisLe">Facts of this day and later are judged by it, until a later version.</param>
/// <param name="Textes">The acts and decrees, in French, to cite.</param>
public sealed record VersionDroit(LocalDate DepuisLe, string Textes)
{
    /// <summary>The general change to one register, one contract, one network.</summary>
    public static VersionDroit PleinEmploi { get; } = new(
        new(2025, 1, 1),
        "loi n° 2023-1196 du 18 décembre 2023 pour le plein emploi ; décrets n° 2024-1242 et n° 2024-1244 du 30 décembre 2024");

    /// <summary>Suspension and remobilisation: the scale of sanctions, its procedure, who decides.</summary>
    public static VersionDroit Remobilisation { get; } = new(new(2025, 6, 1), "décret n° 2025-478 du 30 mai 2025");

    /// <summary>How long the data of the register are kept.</summary>
    public static VersionDroit Conservation { get; } = new(new(2026, 7, 1), "Code du travail, art. R5312-44, dans sa rédaction en vigueur au 1ᵉʳ juillet 2026");

    /// <summary>Its name, recorded with each decision: <c>2025-06-01</c>.</summary>
    public string Nom => LocalDatePattern.Iso.Format(DepuisLe);

    public override string ToString() => Nom;
}
