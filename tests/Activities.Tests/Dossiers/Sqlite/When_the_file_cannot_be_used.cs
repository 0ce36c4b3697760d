using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers.Sqlite;

public sealed class When_the_file_cannot_be_used
{
    [Fact]
    public async Task When_it_is_not_a_database_it_is_left_alone()
    {
        await using var dossier = new DossierDeDonnees();
        var bytes = Enumerable.Range(0, 8192).Select(i => (byte)(i * 7)).ToArray();
        await File.WriteAllBytesAsync(dossier.Options.DossiersDatabase, bytes);

        Assert.Equal(MotifDossiers.Corrompue, await RefusAsync(dossier));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(dossier.Options.DossiersDatabase));
    }

    [Fact]
    public async Task When_the_data_folder_cannot_be_made_it_says_so()
    {
        await using var parent = new DossierDeDonnees();
        var file = Path.Combine(parent.Chemin, "fichier");
        await File.WriteAllTextAsync(file, "");
        var dossier = new DossierDeDonnees(Path.Combine(file, "donnees"));

        Assert.Equal(MotifDossiers.LectureSeule, await RefusAsync(dossier));
        await dossier.FermerAsync();
    }

    [Fact]
    public async Task When_it_cannot_be_opened_it_says_so()
    {
        await using var dossier = new DossierDeDonnees();
        Directory.CreateDirectory(dossier.Options.DossiersDatabase);
        Assert.Equal(MotifDossiers.LectureSeule, await RefusAsync(dossier));
    }

    [Fact]
    public async Task When_it_is_read_only_it_says_so_and_leaves_it_alone()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "The superuser writes read-only files.");
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await dossier.FermerAsync();
        File.SetAttributes(dossier.Options.DossiersDatabase, FileAttributes.ReadOnly);
        await using var again = new DossierDeDonnees(dossier.Chemin);
        Assert.Equal(MotifDossiers.LectureSeule, await RefusAsync(again));
    }

    [Fact]
    public async Task When_it_is_deleted_under_the_running_process_nothing_more_is_acknowledged_and_no_new_one_comes()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        await dossier.EcrireAsync(DossierDeDonnees.UneFiche("d1"));
        var followed = dossier.Magasin.SuivreAsync(_ => { }, default);
        foreach (var file in Directory.GetFiles(dossier.Chemin, "dossiers.db*"))
        {
            File.Delete(file);
        }

        Assert.Equal(MotifDossiers.Disparue, (await Assert.ThrowsAsync<DossiersException>(() => dossier.EcrireAsync(DossierDeDonnees.UneFiche("d2")))).Motif);
        Assert.Equal(MotifDossiers.Disparue, (await Assert.ThrowsAsync<DossiersException>(() => followed)).Motif);
        await using var after = await dossier.RelancerAsync();
        Assert.Equal(MotifDossiers.Disparue, await RefusAsync(after));
        Assert.False(File.Exists(dossier.Options.DossiersDatabase));
    }

    [Theory]
    [InlineData("another was put in its place", MotifDossiers.Remplacee)]
    [InlineData("it was moved away, and another made there", MotifDossiers.Remplacee)]
    [InlineData("another was copied over it", MotifDossiers.Remplacee)]
    [InlineData("an older one of it was copied over it", MotifDossiers.Remplacee)]
    [InlineData("it was emptied", MotifDossiers.Corrompue)]
    [InlineData("it was moved away", MotifDossiers.Disparue)]
    public async Task When_something_else_is_in_its_place_nothing_more_is_acknowledged(string how, MotifDossiers motif)
    {
        await using var autre = await DossierDeDonnees.PreparerAsync();
        await autre.FermerAsync();
        await using (var vide = await DossierDeDonnees.PreparerAsync())
        {
            await vide.FermerAsync();
            var ancien = vide.Options.DossiersDatabase + ".ancien";
            File.Copy(vide.Options.DossiersDatabase, ancien);
            await using var dossier = await vide.RelancerAsync();
            await dossier.PreparerAsync();
            for (var n = 0; n < 200; n++)
            {
                await dossier.EcrireAsync(DossierDeDonnees.UneFiche($"d{n}"));
            }

            await dossier.FermerAsync();
            await using var apres = await dossier.RelancerAsync();
            await apres.PreparerAsync();
            await apres.EcrireAsync(DossierDeDonnees.UneFiche("e1"));
            var followed = apres.Magasin.SuivreAsync(_ => { }, default);
            var (fichier, sien) = (apres.Options.DossiersDatabase, autre.Options.DossiersDatabase);
            switch (how)
            {
                case "another was put in its place":
                    File.Move(sien, fichier, overwrite: true);
                    break;
                case "it was moved away, and another made there":
                    File.Move(fichier, fichier + ".ailleurs");
                    File.Copy(fichier + ".ailleurs", fichier);
                    break;
                case "another was copied over it":
                    Recouvrir(fichier, sien);
                    break;
                case "an older one of it was copied over it":
                    Recouvrir(fichier, ancien);
                    break;
                case "it was emptied":
                    Recouvrir(fichier, null);
                    break;
                default:
                    File.Move(fichier, fichier + ".ailleurs");
                    break;
            }

            Assert.Equal(motif, apres.Magasin.Perte);
            Assert.Equal(motif, (await Assert.ThrowsAsync<DossiersException>(() => followed)).Motif);
        }
    }

    /// <summary>A process was killed: its last rows are in the journal alone, which is worth nothing without the file.</summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public async Task When_it_is_gone_at_the_next_start_nothing_is_touched_until_it_is_back(bool videe, bool connue)
    {
        await using var vivant = await DossierDeDonnees.PreparerAsync();
        await vivant.FermerAsync();
        await using var tue = new DossierDeDonnees();
        await using var suite = await vivant.RelancerAsync();
        await suite.EcrireAsync(DossierDeDonnees.UneFiche());
        foreach (var fichier in Directory.GetFiles(suite.Chemin).Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(fichier, Path.Combine(tue.Chemin, Path.GetFileName(fichier)));
        }

        var (place, ailleurs) = (tue.Options.DossiersDatabase, tue.Options.DossiersDatabase + ".ailleurs");
        File.Move(place, ailleurs);
        if (videe)
        {
            File.Create(place).Dispose();
        }

        if (!connue)
        {
            File.Delete(Path.Combine(tue.Chemin, "dossiers.identite"));
        }

        var avantDepart = Octets(tue.Chemin);
        Assert.Equal(MotifDossiers.Disparue, await RefusAsync(tue));
        Assert.Equal(MotifDossiers.Disparue, (await Assert.ThrowsAsync<DossiersException>(() => tue.Services.GetRequiredService<BaseDossiers>().EstLaAsync(default))).Motif);
        Assert.Equal(avantDepart, Octets(tue.Chemin));
        File.Move(ailleurs, place, overwrite: true);
        await tue.PreparerAsync();
        await using var db = tue.Ouvrir();
        Assert.Equal("d1", (await db.Dossiers.SingleAsync()).Id);
    }

    private static Dictionary<string, string> Octets(string dossier) =>
        Directory.GetFiles(dossier).ToDictionary(f => f, f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));

    /// <summary>As <c>cp</c> does: the same file, emptied and written anew.</summary>
    private static void Recouvrir(string fichier, string? par)
    {
        var octets = par is null ? [] : File.ReadAllBytes(par);
        using var dessus = new FileStream(fichier, FileMode.Truncate, FileAccess.Write, FileShare.ReadWrite);
        dessus.Write(octets);
    }

    private static async Task<MotifDossiers> RefusAsync(DossierDeDonnees dossier) => (await Assert.ThrowsAsync<DossiersException>(dossier.PreparerAsync)).Motif;
}
