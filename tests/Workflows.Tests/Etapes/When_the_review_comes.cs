using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Etapes;

public class When_the_review_comes
{
    [Fact]
    public void Should_be_three_months_after_the_signature()
    {
        var p = Signe();
        Assert.Equal("vers le 15\u00a0janv.", p.Etat.Ruban.Values.Single(e => e.NoeudId == "revue").Precision);
        p.AvancerJusqua("2027-01-08T07:59:00");
        Assert.False(p.Ouverte("tenir-revue"));
        p.AvancerJusqua("2027-01-08T08:00:00");
        Assert.Equal("tenir la revue du 15\u00a0janvier", p.Tache("tenir-revue").Libelle);
        Assert.Equal("2027-01-15", p.Courriers.Single(e => e.Modele == "revue").Donnees["le"]);
    }

    [Fact]
    public void Should_follow_the_rhythm_of_the_template()
    {
        var p = Signe(("revue", "Periodicite", "P2M"));
        Assert.Equal("vers le 15\u00a0déc.", p.Etat.Ruban.Values.Single(e => e.NoeudId == "revue").Precision);
    }

    [Theory]
    [InlineData("Poursuite", "", "", "revue")]
    [InlineData("NouveauContrat", "", "", "contrat")]
    [InlineData("Sortie", "motif", "formation", "fin")]
    public void Should_lead_where_it_was_decided(string geste, string champ, string valeur, string noeud)
    {
        var p = Signe();
        p.AvancerJusqua("2027-01-10T09:00:00");
        p.Agir("tenir-revue", geste, champ.Length == 0 ? [] : [(champ, valeur)]);
        Assert.Equal((noeud, 1), (p.Noeud, p.Reprises));
    }

    [Fact]
    public void Should_be_counted_from_the_last_review_and_recorded_when_missed()
    {
        var p = Signe();
        p.AvancerJusqua("2027-01-20T09:00:00");
        Assert.Equal(TonFait.EcheanceDepassee, p.Faits.Single(f => f.Code == "revue.delai").Ton);
        p.Agir("tenir-revue", "Poursuite");
        Assert.Equal(new LocalDate(2027, 4, 20), p.Principal.Echeances.Values.Single(e => e.NoeudId == "revue").Echeance.Jour);
    }

    [Fact]
    public void Should_leave_nothing_open_at_the_end()
    {
        var p = Signe();
        p.AvancerJusqua("2027-01-10T09:00:00");
        p.Agir("tenir-revue", "Sortie", ("motif", "emploi"));
        Assert.Equal(StatutParcours.Clos, p.Projections[^1].Avancement.Statut);
        Assert.Empty(p.Etat.Taches.Values);
        Assert.Empty(p.Etat.Alarmes.Values);
        Assert.All(p.Etat.Ruban.Values, e => Assert.Equal(StatutEtape.Faite, e.Statut));
        Assert.Null(p.Etat.Ruban.Values.Single(e => e.NoeudId == "revue").Precision);
        Assert.Equal("Revue tenue avec la personne\u00a0: fin du parcours — emploi durable.", p.Faits.Single(f => f.Code == "revue.sortie").Phrase);
    }

    private static ParcoursEnMemoire Signe(params (string, string, string)[] reglages)
    {
        var p = new ParcoursEnMemoire(modele: Modeles.National(reglages));
        Deroulement.JusquAuContratSigne(p);
        return p;
    }
}
