using Xunit;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FranceTravail.Parcours.Host.Tests.Composition;

public class When_a_deployment_names_its_authorities(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Entete = "nature;autorite;ressort;du;au;titre;nom;adresse;telephone;courriel;mediateur;tribunal;compte;qualite;actes;reference;delegue";
    private static readonly LocalDate Le = new(2026, 11, 26);
    private static readonly Commune Lens = CodeGeographique.Trouver("62498")!.Commune;
    private static readonly Commune Arras = CodeGeographique.Trouver("62041")!.Commune;

    [Fact]
    public void Should_write_to_them_there_and_then()
    {
        var table = Lire(
            "coordonnees;president-conseil-departemental;62;2020-01-01;2026-12-31;;;Hôtel du Département, 62018 Arras Cedex 9;03 21 21 62 62;rsa@exemple.fr;;le tribunal administratif de Lille",
            "coordonnees;president-conseil-departemental;62;2027-01-01;;;;1 rue Neuve, 62000 Arras",
            "coordonnees;president-conseil-departemental;62498;2020-01-01;;;;Maison du Département, 62300 Lens",
            "coordonnees;france-travail;region-32;2020-01-01;;directeur régional des Hauts-de-France;France Travail Hauts-de-France;28 rue d’Amiens, 59000 Lille;3949;;médiateur régional, 59000 Lille");
        var president = table.Nommer(Decideur.PresidentConseilDepartemental, Arras, Le);
        Assert.Equal(("Hôtel du Département, 62018 Arras Cedex 9", "03 21 21 62 62", "le tribunal administratif de Lille"), (president.Adresse, president.Telephone, president.Tribunal));
        Assert.Equal("1 rue Neuve, 62000 Arras", table.Nommer(Decideur.PresidentConseilDepartemental, Arras, new(2027, 1, 1)).Adresse);
        Assert.Equal("Maison du Département, 62300 Lens", table.Nommer(Decideur.PresidentConseilDepartemental, Lens, Le).Adresse);
        Assert.Equal("médiateur régional, 59000 Lille", table.Nommer(Decideur.FranceTravail, Lens, Le).Mediateur);
        Assert.Null(table.Nommer(Decideur.FranceTravail, CodeGeographique.Trouver("69123")!.Commune, Le).Adresse);
    }

    [Fact]
    public void Should_let_a_signature_begin_and_end()
    {
        var table = Lire("signature;president-conseil-departemental;62;2026-01-01;2026-11-26;;;;;;;;agent-7;directrice de l’insertion;orientation reorientation;Arrêté du 2 janvier 2026");
        int Signataires(LocalDate le) => ((ReponseCompetence.Competente)table.OrientationRsa(Lens, le)).Signataires.Count;
        Assert.Equal([0, 1, 1, 0], new LocalDate[] { new(2025, 12, 31), new(2026, 1, 1), new(2026, 11, 26), new(2026, 11, 27) }.Select(Signataires));
    }

    [Theory]
    [InlineData("coordonnees;maire;62;2026-01-01;;;;1 rue Neuve, 62000 Arras", "Colonne autorite : « maire » n’est pas connu")]
    [InlineData("coordonnees;france-travail;99;2026-01-01;;;;1 rue Neuve, 62000 Arras", "« 99 » n’est ni un département (62)")]
    [InlineData("coordonnees;france-travail;75011;2026-01-01;;;;1 rue Neuve, 75011 Paris", "mais le code postal de Paris")]
    [InlineData("coordonnees;france-travail;69152;2026-01-01;;;;1 rue Neuve, 69310 Oullins", "69149")]
    [InlineData("coordonnees;france-travail;62;2026-01-01;;;;1 rue Neuve, Arras", "« 1 rue Neuve, Arras » n’a pas de code postal.")]
    [InlineData("coordonnees;france-travail;62;2026-01-01;;;;;;arras", "« arras » n’est pas une adresse électronique.")]
    [InlineData("coordonnees;france-travail;62;2026-01-01;;;;;accueil", "« accueil » n’est pas un numéro de téléphone.")]
    [InlineData("coordonnees;france-travail;62;2026-01-01;2025-01-01;;;1 rue Neuve, 62000 Arras", "avant celle de la colonne du")]
    [InlineData("coordonnees;france-travail;62;01/01/2026;;;;1 rue Neuve, 62000 Arras", "n’est pas une date")]
    [InlineData("coordonnees;france-travail;62;2026-01-01;;le directeur;;1 rue Neuve, 62000 Arras", "sans son article")]
    [InlineData("coordonnees;france-travail;62;2026-01-01", "ne dit rien de l’autorité")]
    [InlineData("signature;france-travail;62;2026-01-01;;;;;;;;;;directrice;orientation;Arrêté", "Colonne compte : la valeur manque.")]
    [InlineData("signature;france-travail;62;2026-01-01;;;;;;;;;agent-7;directrice;bénir;Arrêté", "« bénir » n’est pas connu")]
    [InlineData("delegation;president-conseil-departemental;62;2026-01-01;;;;;;;;;;;orientation;Convention;", "Colonne delegue : la valeur manque.")]
    public void Should_say_each_fault_with_its_line(string ligne, string phrase)
    {
        var refus = Assert.Throws<FichierRefuse>(() => Lire("coordonnees;cap-emploi;62;2026-01-01;;;;1 rue Neuve, 62000 Arras", ligne)).Message.Replace('\u00a0', ' ').Replace('\u202f', ' ');
        Assert.StartsWith("1 ligne est fautive", refus, StringComparison.Ordinal);
        Assert.Contains("ligne 3 : ", refus, StringComparison.Ordinal);
        Assert.Contains(phrase, refus, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_of_a_signature_whose_account_nobody_has_and_start_all_the_same()
    {
        var table = Lire("signature;president-conseil-departemental;62;2026-01-01;;;;;;;;;agent-7;directrice de l’insertion;orientation reorientation;Arrêté du 2 janvier 2026");
        var dites = new Dites();
        await FichierAutorites.RapprocherAsync(table, web.Services.GetRequiredService<IDbContextFactory<DossiersDbContext>>(), dites, TestContext.Current.CancellationToken);
        var phrase = Assert.Single(dites.Phrases);
        Assert.Contains("personne ne signera par la signature « Arrêté du 2 janvier 2026 »", phrase, StringComparison.Ordinal);
        Assert.Contains("« agent-7 »", phrase, StringComparison.Ordinal);
        Assert.DoesNotContain("délégation", phrase, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_two_that_say_the_same_place_on_the_same_days() => Assert.Contains("ligne 3", Assert.Throws<FichierRefuse>(() => Lire(
        "coordonnees;france-travail;62;2026-01-01;2026-06-30;;;1 rue Neuve, 62000 Arras",
        "coordonnees;france-travail;59 62;2026-06-30;;;;2 rue Neuve, 62000 Arras")).Message, StringComparison.Ordinal);

    private sealed class Dites : IProgress<string>
    {
        public List<string> Phrases { get; } = [];

        public void Report(string value) => Phrases.Add(value);
    }

    private static TableCompetence Lire(params string[] lignes)
    {
        var colonnes = Entete.Split(';').Length;
        return FichierAutorites.Ajouter(TableCompetence.Nationale, string.Join('\n', [Entete, .. lignes.Select(l => l + new string(';', colonnes - l.Split(';').Length))]));
    }
}
