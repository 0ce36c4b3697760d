using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;
using Xunit;

namespace FranceTravail.Parcours.Workflows.Tests.Parcours;

public class When_delays_are_recorded
{
    private const string Contrat = "contrat#1/limite";

    [Fact]
    public void Should_say_which_delays_an_event_began()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuDiagnostic(p);
        var pas = Partager(p, new Moment(p.Maintenant));
        Assert.Equal(new LocalDate(2026, 11, 9), pas.Delais[Contrat]);
        Assert.Equal(new LocalDate(2026, 11, 9), pas.Etat.Delais[Contrat]);
    }

    [Fact]
    public void Should_keep_the_recorded_day_whatever_the_rules_of_today_say()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuDiagnostic(p);
        var consigne = new LocalDate(2026, 11, 12);
        var pas = Partager(p, new Moment(p.Maintenant, new Dictionary<string, LocalDate> { [Contrat] = consigne }));
        Assert.Equal(consigne, pas.Etat.Taches.Single(t => t.Nature == "proposer-contrat").Echeance.Jour);
        Assert.Equal(consigne, pas.Etat.Delais[Contrat]);
    }

    [Fact]
    public void Should_not_begin_a_running_delay_again()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContrat(p);
        p.AvancerJours(5);
        p.Agir("proposer-contrat", "proposer", ("heures-formation", "15"));
        Assert.Equal(new LocalDate(2026, 11, 9), p.Tache("signer-contrat").Echeance.Jour);
    }

    [Fact]
    public void Should_forget_the_delays_of_a_step_that_was_left()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContratSigne(p);
        Assert.Equal(["revue#1/limite"], p.Etat.Delais.Keys);
    }

    private static Pas Partager(ParcoursEnMemoire p, Moment moment) =>
        p.Interpreteur.Agir(p.Etat, p.Acte(p.Tache("etablir-diagnostic"), "partager", ("projet", "defini")), moment);
}
