using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Droit.Orientation;
using FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Droit;

/// <summary>Journeys under way when a law changes: each fact is judged by the law of its own day, whenever it becomes known, and whatever the template was bounded by.</summary>
public class When_a_law_comes_into_force
{
    private static readonly VersionDroit Inventee = new(new LocalDate(2028, 1, 1), "loi inventée");

    private static readonly TableCompetence Futures = TableCompetence.Nationale with
    {
        Lois = Lois.Nationales with
        {
            Contrat = Lois.Nationales.Contrat.Avec(Lois.Nationales.Contrat.Toutes[^1] with
            {
                Version = Inventee,
                DelaiSignature = new(DelaiLegal.EnJours(45), Report.JourOuvre, [Article.Travail("D9999-1")]),
                PlancherHebdomadaire = 10m,
            }),
            Orientation = Lois.Nationales.Orientation.Avec(Lois.Nationales.Orientation.Toutes[^1] with
            {
                Version = Inventee,
                DelaiRsa = new(DelaiLegal.EnJours(14), Report.Jamais, [Article.ActionSociale("D999-2")]),
                PremierRendezVous = new(DelaiLegal.EnJours(20), Report.Jamais, [Article.Travail("D9999-3")]),
            }),
        },
    };

    [Theory]
    [InlineData("2027-12-30", "2028-01-31", "Code du travail, art. D5411-14-1", "Un mois")]
    [InlineData("2028-01-03", "2028-02-17", "Code du travail, art. D9999-1", "45\u00a0jours")]
    public void Should_count_the_contract_by_the_law_of_the_receipt(string recue, string echeance, string article, string duree)
    {
        var p = Parcours("2027-12-20T09:00:00", new Monde { ReceptionInconnue = true });
        Deroulement.JusquAuContrat(p);
        p.AvancerJusqua("2028-01-10T09:00:00");
        p.Agir("enregistrer-reception", "recue", ("recue-le", recue));
        var due = p.Tache("proposer-contrat").Echeance;
        Assert.Equal((echeance, article), (Iso(due.Jour), due.BaseLegale));
        Assert.StartsWith(duree, due.Motif, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-11-22T09:00:00", false)]
    [InlineData("2028-01-03T09:00:00", true)]
    public void Should_allow_the_hours_of_the_day_of_the_proposal(string debut, bool dixHeures)
    {
        var p = Parcours(debut);
        Deroulement.JusquAuContrat(p);
        Assert.Equal(dixHeures, p.Refus("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "10")) is null);
        Assert.Equal(dixHeures ? "10" : "15", p.Tache("proposer-contrat").Gestes[0].Champs[0].ParDefaut);
    }

    [Theory]
    [InlineData("2027-12-31T09:00:00", "2028-01-30")]
    [InlineData("2028-01-01T09:00:00", "2028-01-21")]
    public void Should_receive_within_the_delay_of_the_day_of_registration(string debut, string limite) =>
        Assert.All(
            new[] { Modeles.National(), Modeles.National(("premier-rdv", "Delai", "P30D")) },
            modele => Assert.Equal(limite, Iso(Parcours(debut, modele: modele).Etat.Fils.Values.SelectMany(f => f.Echeances.Values).Single(e => e.Objet == "Premier rendez-vous").Echeance.Jour)));

    [Theory]
    [InlineData("2027-12-30", "2028-01-27", "Code de l’action sociale et des familles, art. D262-65-2", "2028-02-10")]
    [InlineData("2028-01-02", "2028-01-16", "Code de l’action sociale et des familles, art. D999-2", "2028-01-16")]
    public void Should_orient_by_the_law_of_the_day_on_which_the_right_was_known(string connuLe, string echeance, string article, string relais)
    {
        var p = Parcours("2027-12-28T09:00:00", situation: Situations.ProcheDeLEmploi with { Rsa = true });
        p.AvancerJusqua("2028-01-05T09:00:00");
        p.Agir("decider-orientation", "droit-ouvert", ("connu-le", connuLe));
        var due = p.Tache("decider-orientation").Echeance;
        Assert.Equal(echeance, Iso(due.Jour));
        Assert.EndsWith(article, due.BaseLegale, StringComparison.Ordinal);
        p.AvancerJusqua($"{relais}T23:00:00");
        Assert.DoesNotContain("pre-orientation.relais", p.Codes);
        p.AvancerJours(1);
        Assert.Contains("pre-orientation.relais", p.Codes);
    }

    [Fact]
    public void Should_leave_a_delay_that_runs_as_it_began()
    {
        var p = Parcours("2027-12-20T09:00:00");
        Deroulement.JusquAuContrat(p);
        var avant = p.Tache("proposer-contrat").Echeance;
        p.AvancerJusqua("2028-01-03T09:00:00");
        p.Agir("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "10"));
        Assert.Equal(avant, p.Tache("signer-contrat").Echeance);
    }

    [Fact]
    public void Should_confirm_no_proposal_but_the_one_that_was_shown()
    {
        var sociale = Futures with
        {
            Lois = Futures.Lois with
            {
                Orientation = Lois.Nationales.Orientation.Avec(Lois.Nationales.Orientation.Toutes[^1] with
                {
                    Version = Inventee,
                    Logigramme = new() { Lignes = [.. new LogigrammeOrientation().Lignes.Select(l => l with { Propose = TypeParcours.Social })] },
                }),
            },
        };
        var p = new ParcoursEnMemoire(debut: "2027-12-31T09:00:00", competences: sociale);
        Assert.Null(p.Refus("decider-orientation", "retenir"));
        p.AvancerJusqua("2028-01-02T09:00:00");
        Assert.StartsWith("La proposition n’est plus celle que cette page montre", p.Refus("decider-orientation", "retenir"), StringComparison.Ordinal);
        Assert.Null(p.Refus("decider-orientation", "choisir", ("parcours", "Professionnel"), ("organisme", "FranceTravail"), ("raison", "texte-0000001")));
    }

    [Fact]
    public void Should_name_every_law_by_which_a_decision_judged()
    {
        var p = Parcours("2027-12-20T09:00:00", new Monde { ReceptionInconnue = true });
        Deroulement.JusquAuContrat(p);
        p.AvancerJusqua("2028-01-10T09:00:00");
        p.Agir("enregistrer-reception", "recue", ("recue-le", "2027-12-30"));
        Assert.Contains("le contrat d’engagement 2025-01-01, le contrat d’engagement 2028-01-01", p.Etat.Origine!.Droit, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_alert_no_later_than_the_delay_that_the_law_leaves() =>
        Assert.Equal("P20D", PremierRendezVousReglages.Alerte(Futures.Lois.Au(Inventee.DepuisLe)).Max);

    [Theory]
    [InlineData("2027-12-31T09:00:00", "l’orientation 2025-01-01")]
    [InlineData("2028-01-01T09:00:00", "l’orientation 2028-01-01")]
    public void Should_name_the_law_in_the_decision(string debut, string version) => Assert.Contains(version, Parcours(debut).Etat.Origine!.Droit, StringComparison.Ordinal);

    private static ParcoursEnMemoire Parcours(string debut, Monde? monde = null, ModeleParcours? modele = null, Workflows.Parcours.SituationPersonne? situation = null) =>
        new(situation, modele, monde, debut, competences: Futures);

    private static string Iso(LocalDate jour) => NodaTime.Text.LocalDatePattern.Iso.Format(jour);
}
