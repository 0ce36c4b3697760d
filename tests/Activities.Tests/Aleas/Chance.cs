namespace FranceTravail.Parcours.Activities.Tests.Aleas;

/// <summary>Chance from a seed, drawn by many threads at once.</summary>
internal sealed class Chance(int graine)
{
    private readonly Lock verrou = new();
    private readonly Random hasard = new(graine);

    /// <summary>From 0 to below <paramref name="fin"/>.</summary>
    public int Tirer(int fin)
    {
        lock (verrou)
        {
            return hasard.Next(fin);
        }
    }
}
