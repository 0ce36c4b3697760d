using FranceTravail.Parcours.Workflows.Redaction;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>How far an import is: a bar where one can be drawn, else a line every tenth. A percentage is set as in French in both.</summary>
internal sealed class AvancementImport(IAnsiConsole console, TextWriter sortie)
{
    private static readonly string Nom = $"Import{Francais.Insecable}:";

    /// <param name="etapes">How many steps there are; with none nothing is shown.</param>
    /// <param name="faire">Does the work, and says how many steps more are done: from several threads at once.</param>
    public async Task<T> SuivreAsync<T>(int etapes, Func<Action<int>, Task<T>> faire)
    {
        if (etapes == 0)
        {
            return await faire(_ => { });
        }

        if (!(console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi))
        {
            return await faire(EnLignes(etapes));
        }

        return await console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PourCent()).StartAsync(progress =>
        {
            var bar = progress.AddTask(Nom, maxValue: etapes);
            return faire(done => bar.Increment(done));
        });
    }

    private static string Dire(int pourCent) => $"{pourCent}{Francais.Insecable}%";

    private Action<int> EnLignes(int etapes)
    {
        var (faites, dites, one) = (0, 0, new Lock());
        return done =>
        {
            lock (one)
            {
                faites += done;
                var dixiemes = (int)(10L * faites / etapes);
                if (dixiemes > dites)
                {
                    dites = dixiemes;
                    sortie.WriteLine($"{Nom} {Dire(10 * dixiemes)}");
                }
            }
        };
    }

    private sealed class PourCent : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(Dire((int)task.Percentage));
    }
}
