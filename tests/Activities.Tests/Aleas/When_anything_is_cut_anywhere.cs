using System.Text.Json;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Tests.Aleas;

/// <summary>
/// Random acts on random templates with three threads, cut between any two commits, taken back, interrupted and taken up: no open
/// thread without owner and deadline, no effect twice, and a case store that shows what the histories hold.
/// </summary>
public sealed class When_anything_is_cut_anywhere(ITestOutputHelper dire)
{
    [Theory, SurChaqueMagasin]
    public Task Should_lose_nothing_and_do_nothing_twice(Magasin magasin) => VivreAsync(magasin, lots: 1, parcours: 12, tours: 10);

    /// <summary>Ten thousand journeys; <c>PARCOURS_LOTS</c> says another number of hundreds, <c>PARCOURS_GRAINE</c> the seed of the first hundred.</summary>
    [Fact(Explicit = true)]
    public Task Should_lose_nothing_of_ten_thousand_journeys() => VivreAsync(
        Magasin.Sqlite,
        lots: int.Parse(Environment.GetEnvironmentVariable("PARCOURS_LOTS") ?? "100", System.Globalization.CultureInfo.InvariantCulture),
        parcours: 100,
        tours: 6);

    /// <summary>Several at once: each waits most of its time for tasks that were cut to come back.</summary>
    private Task VivreAsync(Magasin magasin, int lots, int parcours, int tours) =>
        Parallel.ForEachAsync(Enumerable.Range(1, lots), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (rang, _) =>
        {
            var graine = rang == 1 && int.TryParse(Environment.GetEnvironmentVariable("PARCOURS_GRAINE"), out var dite) ? dite : Random.Shared.Next();
            try
            {
                dire.WriteLine($"{rang}/{lots}, seed {graine}: {await UnLotAsync(magasin, graine, parcours, tours)}");
            }
            catch (Exception faute) when (faute is not OperationCanceledException)
            {
                throw new InvalidOperationException($"Seed {graine}: {faute.Message}", faute);
            }
        });

    private static async Task<string> UnLotAsync(Magasin magasin, int graine, int parcours, int tours)
    {
        var hasard = new Random(graine);
        await using var lot = await Lot.OuvrirAsync(magasin, coupures: 5, graine: hasard.Next());
        var passants = Enumerable.Range(0, parcours).Select(i => (Id: $"d{i}", Passant: new Passant(lot, $"d{i}", hasard.Next()))).ToList();
        foreach (var (id, _) in passants)
        {
            await lot.InscrireAsync(id, hasard);
        }

        var relance = hasard.Next(tours);
        for (var tour = 0; tour < tours; tour++)
        {
            if (tour == relance)
            {
                await lot.RelancerAsync();
            }

            await Parallel.ForEachAsync(passants, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (p, _) => await p.Passant.PasserAsync());
            await lot.AvancerAsync(TimeSpan.FromHours(hasard.Next(1, 240)));
            await PersonneNEstOublieAsync(lot);
        }

        await Parallel.ForEachAsync(passants, async (p, arret) => await EgaleAsync(lot, p.Id, arret));
        await Parallel.ForEachAsync(passants.Where(p => !p.Passant.Reinitialise), async (p, _) => await PartagerLeMemeDossierAsync(lot, p.Id));
        await DesActesUneFoisAsync(lot, passants);
        Assert.True(lot.Coupures.Fautes.IsEmpty, string.Join('\n', lot.Coupures.Fautes));

        // What was to go wrong did.
        Assert.True(lot.Coupures.Coupees > parcours / 4 && lot.Coupures.Perdues > 0 && passants.Sum(p => p.Passant.Reinitialisations) > 0, "Nothing was cut.");
        await using var db = lot.Ouvrir();
        return $"{parcours} journeys, {await db.Faits.CountAsync()} facts, {lot.Effets.Count} effects, {lot.Coupures.Coupees} decisions cut, {lot.Coupures.Perdues} answers lost, "
            + $"{passants.Sum(p => p.Passant.Reinitialisations)} resets, {passants.Sum(p => p.Passant.Reprises)} taken up";
    }

    private static async Task PersonneNEstOublieAsync(Lot lot)
    {
        await using var db = lot.Ouvrir();
        var oublies = await db.Fils.AsNoTracking()
            .Where(f => f.ClosLe == null && (!f.Separe || f.Etape != null) && (f.ProchaineEcheance == null || (f.ResponsableId == null && f.ResponsableFile == null)))
            .Select(f => f.DossierId + "/" + f.Id).ToListAsync();
        Assert.Empty(oublies);
    }

    /// <summary>Nothing differs; the letters of this world are told to nobody but it, and no store has them.</summary>
    internal static bool Concorde(ConstatDossier constat) => constat.Concordance is Concordance.Egale or Concordance.Incomplete;

    /// <summary>The store is what the histories hold, and the journey runs or has closed by itself.</summary>
    internal static async Task EgaleAsync(Lot lot, string id, CancellationToken arret)
    {
        var constat = await lot.Service<Verificateur>().VerifierAsync(lot.Client, id, arret);
        for (var essais = 0; !Concorde(constat) && essais < 20; essais++)
        {
            await Task.Delay(500, arret);
            constat = await lot.Service<Verificateur>().VerifierAsync(lot.Client, id, arret);
        }

        Assert.True(Concorde(constat), $"{id}: {constat.Concordance}\n{string.Join('\n', constat.Ecarts)}");
    }

    /// <summary>A thread that runs by itself knows where she lives and who accompanies her as its journey does.</summary>
    private static async Task PartagerLeMemeDossierAsync(Lot lot, string id)
    {
        await using var db = lot.Ouvrir();
        foreach (var fil in await db.Fils.AsNoTracking().Where(f => f.DossierId == id && f.Separe && f.ClosLe == null && f.Etape != null).Select(f => f.Id).ToListAsync())
        {
            var (sien, celui) = ("", "fil");
            for (var essais = 0; sien != celui && essais < 40; essais++)
            {
                await Task.Delay(essais * 25);
                (sien, celui) = (await DossierAsync(lot, id, fil), await DossierAsync(lot, id, NomsParcours.FilPrincipal));
            }

            Assert.Equal(celui, sien);
        }
    }

    private static async Task<string> DossierAsync(Lot lot, string id, string flux)
    {
        var workflow = await lot.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id, flux)).DescribeAsync();
        var etat = (await LecteurHistoires.LireAsync(lot.Client, workflow.Id, workflow.RunId)).Etat();
        return JsonSerializer.Serialize(VersionsEtat.Lire(etat).Dossier, ParcoursJson.Options);
    }

    /// <summary>What was answered as done is in the history once; where nothing was taken back, also none is missing and every effect is of the first epoch.</summary>
    private static async Task DesActesUneFoisAsync(Lot lot, IEnumerable<(string Id, Passant Passant)> passants)
    {
        foreach (var (id, passant) in passants)
        {
            await using var db = lot.Ouvrir();
            var decides = new List<string>();
            foreach (var flux in await db.Flux.Where(f => f.DossierId == id).Select(f => f.Flux).Distinct().ToListAsync())
            {
                var workflow = NomsParcours.IdWorkflow(id, flux);
                var run = (await lot.Client.GetWorkflowHandle(workflow).DescribeAsync()).RunId;
                decides.AddRange((await LecteurHistoires.LireAsync(lot.Client, workflow, run)).Decisions.Select(d => d.Evenement).Where(UneSeuleFois));
            }

            Assert.Equal(decides.Distinct(), decides);
            if (!passant.Reinitialise)
            {
                Assert.Empty(passant.Faits.Distinct().Where(cle => !decides.Contains($"acte/{cle}")).Select(cle => $"{id}: {cle}"));
                var effets = lot.Effets.Where(e => e.StartsWith(id + "/", StringComparison.Ordinal)).Order().ToList();
                var suivis = await db.Flux.Where(f => f.DossierId == id).OrderBy(f => f.Flux).ThenBy(f => f.Epoque).Select(f => $"{f.Flux} {f.RunId} epoch {f.Epoque} {f.Etat} {f.Avant}-{f.Numero}").ToListAsync();
                Assert.True(effets.TrueForAll(e => e.Contains("@1/", StringComparison.Ordinal)), $"{id}: {string.Join(", ", effets)}\n{string.Join('\n', suivis)}");
            }
        }
    }

    /// <summary>Acts and answers. Time may ring twice at one moment, and a thread that was taken back ends twice.</summary>
    private static bool UneSeuleFois(string evenement) => evenement.StartsWith("acte/", StringComparison.Ordinal) || evenement.StartsWith("reponse/", StringComparison.Ordinal);
}
