namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Sentences for who started the program, a line each, at once.</summary>
internal sealed class ConsoleLines : IProgress<string>
{
    public void Report(string value) => Console.Out.WriteLine(value);
}
