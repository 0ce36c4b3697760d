using System.Globalization;

namespace FranceTravail.Parcours.Host.Territoires;

/// <summary>Contrast of two colours as WCAG 2 defines it, from 1 to 21.</summary>
internal static class Contraste
{
    /// <summary>AA for text of normal size.</summary>
    public const double MinimumAA = 4.5;

    public static double Entre(string couleur, string autre)
    {
        var (a, b) = (Luminance(couleur), Luminance(autre));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>True when the accent can carry white text and be text on white, on paper and on its own pale.</summary>
    public static bool Suffisant(Territoire territoire) =>
        new[] { "#ffffff", "#f6f5f1", territoire.AccentPale }.All(fond => Entre(territoire.Accent, fond) >= MinimumAA);

    private static double Luminance(string hex) => (0.2126 * Canal(hex, 1)) + (0.7152 * Canal(hex, 3)) + (0.0722 * Canal(hex, 5));

    private static double Canal(string hex, int start)
    {
        var value = int.Parse(hex.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
