using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Parcours;

public class When_a_journey_is_interpreted
{
    [Fact]
    public void Should_reach_the_second_review()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContratSigne(p);
        Assert.Equal("revue", p.Noeud);

        Deroulement.JusquALaRevue(p);
        p.Agir("tenir-revue", "Poursuite");
        Assert.Equal((1, "revue"), (p.Reprises, p.Noeud));

        Deroulement.JusquALaRevue(p);
        p.Agir("tenir-revue", "Poursuite");
        Assert.Equal((2, "revue"), (p.Reprises, p.Noeud));
        Assert.Equal(StatutParcours.Ouvert, p.Etat.Statut);
        Assert.DoesNotContain(p.Faits, f => f.Ton == TonFait.EcheanceDepassee);
    }

    [Fact]
    public void Should_close_after_the_last_review()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContratSigne(p);
        Deroulement.JusquALaRevue(p);
        p.Agir("tenir-revue", "Sortie", ("motif", "emploi"));
        Assert.Equal(StatutParcours.Clos, p.Etat.Statut);
        Assert.Equal("parcours.clos", p.Codes[^1]);
    }
}
