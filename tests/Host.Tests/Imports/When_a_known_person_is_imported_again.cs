using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Imports;

/// <summary>By the command itself, on a real store; the engine is away.</summary>
public class When_a_known_person_is_imported_again(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Entete = "reference;nom;prenom;date_naissance;commune;telephone;courriel;adresse;personnes_foyer;reference_caf;qualification";

    [Fact]
    public async Task Should_say_what_differs_and_keep_it_once_for_the_journey()
    {
        var r = Guid.NewGuid().ToString("n");
        await ImportAsync($"{r};Kaba;Idriss;01/02/1992;62510;06 12 34 56 78;i@exemple.fr;1 rue du Moulin;2;{Caf()};Bac");
        var changed = $"{r};KABA;Idriss;01/02/1992;62510;06 99 99 99 99;;2 rue du Moulin;3;;CapBep";

        var dry = await ImportAsync(changed, "--essai");
        Assert.Contains("à reprendre : telephone, adresse, personnes_foyer.", dry, StringComparison.Ordinal);
        Assert.Contains("l’import ne le change pas : qualification.", dry, StringComparison.Ordinal);
        Assert.Contains("1\u00a0déjà connue et différente", dry, StringComparison.Ordinal);
        Assert.Equal("06 12 34 56 78", (await DossierAsync(r)).Contact.Telephone);

        Assert.Contains("1\u00a0mise à jour est gardée", await ImportAsync(changed), StringComparison.Ordinal);
        await ImportAsync(changed);
        var dossier = await DossierAsync(r);
        Assert.Equal("06 12 34 56 78", dossier.Contact.Telephone);
        var waiting = Assert.Single(await web.LireAsync(db => db.Donnees.Where(d => d.DossierId == dossier.Id && d.EnAttente).ToListAsync()));
        Assert.Equal(
            [("Adresse", "2 rue du Moulin"), ("PersonnesFoyer", "3"), ("Telephone", "06 99 99 99 99")], waiting.Valeurs.OrderBy(v => v.Key).Select(v => (v.Key, v.Value)));
    }

    [Fact]
    public async Task Should_keep_in_the_order_in_which_it_was_said_what_waits_whatever_the_clocks()
    {
        var (r, caf) = (Guid.NewGuid().ToString("n"), Caf());
        string Row(string telephone) => $"{r};Horloge;Ida;01/02/1992;62510;{telephone};;;;{caf};";
        await ImportAsync(Row("06 00 00 00 01"));
        var id = (await DossierAsync(r)).Id;
        string[] said = ["06 00 00 00 02", "06 00 00 00 03", "06 00 00 00 01", "06 00 00 00 02"];
        foreach (var (telephone, at) in said.Select((t, at) => (t, at)))
        {
            await ImportAsync(Row(telephone));
            var received = Tests.Web.Dossiers.Now - NodaTime.Duration.FromDays(at);
            await web.LireAsync(db => db.Donnees.Where(d => d.DossierId == id && d.EnAttente && !db.Donnees.Any(x => x.Apres == d.Id)).ExecuteUpdateAsync(set => set.SetProperty(d => d.RecuesLe, received)));
        }

        var waiting = DonneesEnAttente.EnOrdre(await web.LireAsync(db => db.Donnees.Where(d => d.DossierId == id).ToListAsync()));
        Assert.Equal(said, waiting.Select(d => Assert.Single(d.Valeurs).Value));
    }

    [Fact]
    public async Task Should_say_new_and_equal_in_a_dry_run_too()
    {
        var (known, fresh) = (Guid.NewGuid().ToString("n"), Guid.NewGuid().ToString("n"));
        var row = $"{known};Martin;Zoé;05/06/1990;62510;;;;;{Caf()};";
        await ImportAsync(row);
        var dry = await ImportAsync($"{row}\n{fresh};Petit;Jean;05/06/1991;62510;;;;;{Caf()};", "--essai");
        Assert.Contains("1\u00a0personne nouvelle, 1\u00a0déjà connue et inchangée", dry, StringComparison.Ordinal);
        Assert.Equal(0, await web.LireAsync(db => db.Dossiers.CountAsync(d => d.ReferenceImport == fresh)));
    }

    [Fact]
    public async Task Should_not_show_a_move_of_home_before_the_journey_took_it()
    {
        var r = Guid.NewGuid().ToString("n");
        await ImportAsync($"{r};Roux;Paul;07/08/1985;62510;;;1 rue du Moulin;;{Caf()};");
        var said = await ImportAsync($"{r};Roux;Paul;07/08/1985;62498;;;9 rue de la Gare;;;");
        Assert.Contains("à reprendre : commune, adresse, code_postal.", said, StringComparison.Ordinal);
        var dossier = await DossierAsync(r);
        Assert.Equal(("62510", "1 rue du Moulin"), (dossier.CommuneInsee, dossier.Contact.Adresse));
    }

    [Fact]
    public async Task Should_not_give_a_reference_to_somebody_else()
    {
        var r = Guid.NewGuid().ToString("n");
        await ImportAsync($"{r};Blanc;Lia;09/10/1980;62510;06 12 34 56 78;;;;{Caf()};");
        Assert.Contains("est déjà celle d’une autre personne", await ImportAsync($"{r};Noir;Tom;09/10/1981;62510;06 99 99 99 99;;;;;"), StringComparison.Ordinal);
        Assert.Equal(("Blanc", "06 12 34 56 78"), ((await DossierAsync(r)).Nom, (await DossierAsync(r)).Contact.Telephone));
    }

    [Fact]
    public async Task Should_open_no_second_journey_for_who_has_one_until_a_human_confirms()
    {
        var (first, second, caf) = (Guid.NewGuid().ToString("n"), Guid.NewGuid().ToString("n"), Caf());
        await ImportAsync($"{first};Garçon;Noé;11/12/1979;62510;;;;;{caf};");
        var again = $"{second};GARCON;NOE;11/12/1979;62498;;;;;{caf};";
        Assert.Contains("une personne qui a déjà un dossier", await ImportAsync(again), StringComparison.Ordinal);
        Assert.Equal(0, await web.LireAsync(db => db.Dossiers.CountAsync(d => d.ReferenceImport == second)));
        await ImportAsync(again, "--confirmer", second);
        Assert.Equal(1, await web.LireAsync(db => db.Dossiers.CountAsync(d => d.ReferenceImport == second)));
    }

    [Fact]
    public async Task Should_pass_over_a_dossier_that_cannot_be_read_and_import_the_others()
    {
        var (torn, fresh) = (Guid.NewGuid().ToString("n"), Guid.NewGuid().ToString("n"));
        var row = $"{torn};Dechire;Luc;01/01/1970;62510;;;;;{Caf()};";
        await ImportAsync(row);
        await web.LireAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Dossiers SET SituationJson = '[' WHERE ReferenceImport = {torn}"));
        Assert.Contains("n’est pas lisible", await ImportAsync($"{row}\n{fresh};Entier;Lou;01/01/1971;62510;;;;;{Caf()};"), StringComparison.Ordinal);
        Assert.Equal(1, await web.LireAsync(db => db.Dossiers.CountAsync(d => d.ReferenceImport == fresh)));
    }

    private static string Caf() => $"{Random.Shared.Next(1_000_000, 9_999_999)}";

    private Task<Dossier> DossierAsync(string reference) => web.LireAsync(db => db.Dossiers.SingleAsync(d => d.ReferenceImport == reference));

    private async Task<string> ImportAsync(string rows, params string[] options)
    {
        var file = Path.Combine(web.Dossier, $"{Guid.NewGuid():n}.csv");
        await File.WriteAllTextAsync(file, $"{Entete}\n{rows}");
        using var output = new StringWriter();
        Assert.Equal(0, await HostCommandLine.RunAsync(["importer", file, "--data", web.Dossier, "--engine-address", "127.0.0.1:9", .. options], output, output));
        return output.ToString();
    }
}
