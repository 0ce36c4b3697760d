namespace FranceTravail.Parcours.Host.Composition;

/// <summary>How far apart two words are.</summary>
internal static class Ecart
{
    /// <summary>How many letters must be added, taken away or replaced to make one word of the other (Levenshtein), whatever their case.</summary>
    public static int Entre(string un, string autre)
    {
        var (a, b) = (un.ToUpperInvariant(), autre.ToUpperInvariant());
        var avant = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var rang = new int[b.Length + 1];
            rang[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                rang[j] = Math.Min(Math.Min(rang[j - 1], avant[j]) + 1, avant[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }

            avant = rang;
        }

        return avant[^1];
    }
}
