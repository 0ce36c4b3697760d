namespace FranceTravail.Parcours.Activities.Tests;

/// <summary>Keeps the sentences that were said.</summary>
public sealed class Annonces : List<string>, IProgress<string>
{
    public void Report(string value) => Add(value);
}
