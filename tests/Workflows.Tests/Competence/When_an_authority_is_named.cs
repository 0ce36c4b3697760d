using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Droit.Recours;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Competence;

public class When_an_authority_is_named
{
    private static readonly LocalDate Le = new(2026, 11, 26);
    private static readonly PersonneConcernee Rsa = new() { Allocation = AllocationPercue.Rsa, Porte = PorteInscription.Rsa, Age = 40, Boe = false };

    [Theory]
    [InlineData("62498", "président du conseil départemental du Pas-de-Calais", "Département du Pas-de-Calais")]
    [InlineData("69141", "président du conseil départemental du Rhône", "Département du Rhône")]
    [InlineData("69383", "président de la métropole de Lyon", "Métropole de Lyon")]
    [InlineData("67180", "président de la Collectivité européenne d’Alsace", "Collectivité européenne d’Alsace")]
    [InlineData("75108", "maire de Paris", "Ville de Paris")]
    [InlineData("2B033", "président du conseil exécutif de Corse", "Collectivité de Corse")]
    [InlineData("97209", "président du conseil exécutif de Martinique", "Collectivité territoriale de Martinique")]
    [InlineData("97411", "directeur de la caisse d’allocations familiales de La Réunion", "Caisse d’allocations familiales de La Réunion")]
    [InlineData("08105", "président du conseil départemental des Ardennes", "Département des Ardennes")]
    public void Should_bear_the_title_and_the_name_of_its_place(string commune, string titre, string nom)
    {
        var autorite = Competente(NatureActe.Suspension, Rsa, commune).Autorite;
        Assert.Equal((titre, nom), (autorite.Titre, autorite.Nom));
    }

    [Theory]
    [InlineData("président du conseil départemental du Nord", "le président du conseil départemental du Nord", "du président du conseil départemental du Nord", "au président du conseil départemental du Nord")]
    [InlineData("présidente du conseil départemental du Nord", "la présidente du conseil départemental du Nord", "de la présidente du conseil départemental du Nord", "à la présidente du conseil départemental du Nord")]
    [InlineData("directrice de la caisse", "la directrice de la caisse", "de la directrice de la caisse", "à la directrice de la caisse")]
    [InlineData("représentante légale de la mission locale", "la représentante légale de la mission locale", "de la représentante légale de la mission locale", "à la représentante légale de la mission locale")]
    [InlineData("représentant légal de la mission locale", "le représentant légal de la mission locale", "du représentant légal de la mission locale", "au représentant légal de la mission locale")]
    [InlineData("administratrice provisoire", "l’administratrice provisoire", "de l’administratrice provisoire", "à l’administratrice provisoire")]
    public void Should_be_called_by_the_office_and_who_holds_it(string titre, string le, string du, string au)
    {
        var autorite = new Autorite { Decideur = Decideur.PresidentConseilDepartemental, Titre = titre, Nom = "Département du Nord" };
        Assert.Equal((le, du, au), (autorite.Le, autorite.DuNom, autorite.Au));
    }

    [Fact]
    public void Should_be_made_up_nowhere()
    {
        foreach (var code in new[] { "97502", "97701", "97801" })
        {
            Assert.Null(TableCompetence.Nationale.ExecutifDe(Commune(code), Le));
            Assert.All(Enum.GetValues<NatureActe>(), acte =>
            {
                var noms = Enum.GetValues<AllocationPercue>().SelectMany(a => Enum.GetValues<PorteInscription>().Select(p => TableCompetence.Nationale.Trouver(
                    acte, new() { Allocation = a, Porte = p, Age = 20, Boe = true, OrganismeReferent = OrganismeReferent.MissionLocale }, Commune(code), Le)));
                Assert.All(noms.OfType<ReponseCompetence.Competente>(), c => Assert.Matches("^France Travail$| compétente? pour ", c.Autorite.Nom));
            });
        }
    }

    [Fact]
    public void Should_have_an_address_where_it_was_read_and_never_guess_one()
    {
        Assert.Equal("Hôtel du Département, rue Ferdinand-Buisson, 62018 Arras Cedex 9", Competente(NatureActe.Suspension, Rsa, "62498").Autorite.Adresse);
        Assert.Null(Competente(NatureActe.Suspension, Rsa, "88160").Autorite.Adresse);
    }

    [Fact]
    public void Should_take_the_address_that_a_deployment_knows()
    {
        var table = TableCompetence.Nationale with { Adresses = new Dictionary<string, string> { ["Département des Vosges"] = "8 rue de la Préfecture, 88088 Épinal" } };
        Assert.Equal(
            "8 rue de la Préfecture, 88088 Épinal",
            Assert.IsType<ReponseCompetence.Competente>(table.Trouver(NatureActe.Suspension, Rsa, Commune("88160"), Le)).Autorite.Adresse);
    }

    [Fact]
    public void Should_be_another_one_before_the_place_changed()
    {
        Assert.Equal("président du conseil départemental du Bas-Rhin", TableCompetence.Nationale.ExecutifDe(Commune("67482"), new LocalDate(2020, 12, 31))!.Titre);
        Assert.Equal("président de la Collectivité européenne d’Alsace", TableCompetence.Nationale.ExecutifDe(Commune("67482"), new LocalDate(2021, 1, 1))!.Titre);
    }

    [Fact]
    public void Should_hold_the_metropole_of_Lyon_by_its_communes_and_not_by_the_Rhone()
    {
        var rhone = CodeGeographique.Communes.Where(c => c.Departement == "69").ToLookup(c => TableCompetence.Nationale.ExecutifDe(c, Le)!.Decideur);
        Assert.Equal(58, rhone[Decideur.PresidentMetropoleLyon].Count());
        Assert.True(rhone[Decideur.PresidentConseilDepartemental].Count() > 200);
    }

    [Fact]
    public void Should_know_who_may_act_and_sign_in_its_place_on_that_day()
    {
        var table = TableCompetence.Nationale with
        {
            Delegations =
            [
                new(Decideur.PresidentConseilDepartemental, Decideur.FranceTravail, [NatureActe.Orientation], Ressort.DesDepartements("62"), new(new(2026, 1, 1), new(2026, 12, 31)), "convention du 15 décembre 2025"),
            ],
            Signatures =
            [
                new(Decideur.PresidentConseilDepartemental, "compte-1", "directrice de l’insertion", [NatureActe.Orientation], Ressort.DesCommunes("62498"), new(new(2026, 3, 1)), "arrêté du 1er mars 2026"),
            ],
        };
        Assert.Equal((1, 1), Compter(NatureActe.Orientation, "62498", new(2026, 12, 31)));
        Assert.Equal((0, 1), Compter(NatureActe.Orientation, "62498", new(2027, 1, 1)));
        Assert.Equal((1, 0), Compter(NatureActe.Orientation, "62498", new(2026, 2, 28)));
        Assert.Equal((1, 0), Compter(NatureActe.Orientation, "62041", new(2026, 6, 1)));
        Assert.Equal((0, 0), Compter(NatureActe.Suspension, "62498", new(2026, 6, 1)));
        Assert.Equal((0, 0), Compter(NatureActe.Orientation, "59350", new(2026, 6, 1)));

        (int, int) Compter(NatureActe acte, string commune, LocalDate le)
        {
            var c = Assert.IsType<ReponseCompetence.Competente>(table.Trouver(acte, Rsa, Commune(commune), le));
            return (c.Delegations.Count, c.Signataires.Count);
        }
    }

    [Theory]
    [InlineData(NatureActe.Suspension, "62498", NatureRecours.AdministratifPrealable)]
    [InlineData(NatureActe.Orientation, "69123", NatureRecours.AdministratifPrealable)]
    [InlineData(NatureActe.Suppression, "97411", NatureRecours.AdministratifPrealable)]
    [InlineData(NatureActe.Orientation, "97411", NatureRecours.Gracieux)]
    [InlineData(NatureActe.Radiation, "62498", NatureRecours.MediationPrealable)]
    [InlineData(NatureActe.CessationInscription, "62498", NatureRecours.MediationPrealable)]
    public void Should_be_challenged_in_its_own_way(NatureActe acte, string commune, NatureRecours premier)
    {
        var voies = Loi.Au(Le).Recours.Contre(acte, Competente(acte, Rsa, commune).Autorite.Decideur, surLeRsa: true);
        Assert.Equal([premier, NatureRecours.TribunalAdministratif], voies.Select(v => v.Nature));
        Assert.Equal(premier is not NatureRecours.Gracieux, voies[0].Obligatoire);
        Assert.All(voies, v => Assert.Equal("P2M", v.Delai.Duree.ToString()));
    }

    [Fact]
    public void Should_send_a_refusal_to_lift_to_the_mediator_since_the_decree_only()
    {
        Assert.Equal(NatureRecours.Gracieux, Loi.Au(new(2025, 5, 31)).Recours.Contre(NatureActe.RefusDeLever, Decideur.FranceTravail, surLeRsa: false)[0].Nature);
        Assert.Equal(NatureRecours.MediationPrealable, Loi.Au(new(2025, 6, 1)).Recours.Contre(NatureActe.RefusDeLever, Decideur.FranceTravail, surLeRsa: false)[0].Nature);
    }

    /// <summary>The right ended, or it never was: no decision « relative au revenu de solidarité active » (CASF, art. L262-47).</summary>
    [Theory]
    [InlineData(Decideur.PresidentConseilDepartemental)]
    [InlineData(Decideur.PresidentMetropoleLyon)]
    [InlineData(Decideur.DirecteurCaf)]
    public void Should_have_no_compulsory_appeal_without_the_RSA(Decideur decideur)
    {
        var voies = Loi.Au(Le).Recours.Contre(NatureActe.Reorientation, decideur, surLeRsa: false);
        Assert.Equal([NatureRecours.Gracieux, NatureRecours.TribunalAdministratif], voies.Select(v => v.Nature));
        Assert.DoesNotContain(voies, v => v.Obligatoire);
    }

    private static Commune Commune(string code) => CodeGeographique.Trouver(code)!.Commune;

    private static ReponseCompetence.Competente Competente(NatureActe acte, PersonneConcernee personne, string commune) =>
        Assert.IsType<ReponseCompetence.Competente>(TableCompetence.Nationale.Trouver(acte, personne, Commune(commune), Le));
}
