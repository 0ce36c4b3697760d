using CsCheck;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Fils;

public class When_threads_run_beside_the_accompaniment
{
    private static readonly int[] Simple = [.. Enumerable.Repeat(0, 20)];

    private static readonly Gen<int[]> Hasard = Gen.Int[0, 1_000_000].Array[220];

    [Fact]
    public void Should_start_when_a_step_announces_it_and_end_alone()
    {
        var p = Commencer(Simple);
        Deroulement.JusquAuContratSigne(p);
        Assert.Equal(["accompagnement", "fil-0-1"], p.Etat.Fils.Keys.Order());
        Assert.Equal(("revue", "fil-0-0"), (p.Noeud, p.Etat.Fils["fil-0-1"].NoeudId));
        p.Agir("instruire", "suite");
        Assert.Equal(["accompagnement"], p.Etat.Fils.Keys);
        Assert.Equal("revue", p.Noeud);
        Assert.Equal("fil-0-1", p.Faits.Last().FilId);
        Assert.NotNull(p.Projections[^1].Fils.Single(f => f.FilId == "fil-0-1").ClosLe);
    }

    [Fact]
    public void Should_be_started_by_those_whom_the_template_names_within_its_bounds()
    {
        var p = Commencer(Simple);
        Assert.StartsWith("C’est enregistré", p.Ouvrir("fil-1", RoleActeur.Personne, "dossier-0001"));
        Assert.Equal("«\u00a0Démarche 1\u00a0» est déjà en cours.", p.Ouvrir("fil-1", RoleActeur.Personne, "dossier-0001"));
        Assert.Equal(
            "Cette démarche ne vous revient pas\u00a0: elle revient à la personne et au référent ou à un autre conseiller de l’organisme référent.",
            p.Ouvrir("fil-1", RoleActeur.Encadrement, "c-inconnu"));
        Assert.Equal("Cette démarche n’existe pas dans ce parcours.", p.Ouvrir("inconnue", RoleActeur.Conseiller, "c-1"));
    }

    [Fact]
    public void Should_outlive_the_accompaniment_unless_it_is_declared_to_end_with_it()
    {
        var hasard = (int[])Simple.Clone();
        hasard[13] = 1;
        var p = Commencer(hasard);
        Deroulement.JusquAuContratSigne(p);
        p.Ouvrir("fil-1", RoleActeur.Conseiller, "c-1");
        while (!p.Ouverte("tenir-revue"))
        {
            p.AvancerJours(1);
            foreach (var tache in p.Etat.Taches.Values.Where(t => t.Nature == "instruire").ToList())
            {
                p.Appliquer(p.Acte(tache, "reprise"));
            }
        }

        p.Agir("tenir-revue", "Sortie", ("motif", "emploi"));
        Assert.Equal(StatutParcours.Clos, p.Etat.Statut);
        Assert.Equal(["accompagnement", "fil-1-1"], p.Etat.Fils.Keys.Order());
        p.Agir("instruire", "suite");
        Assert.Equal(["accompagnement"], p.Etat.Fils.Keys);
        Assert.Null(p.Etat.ProchainReveil);
    }

    /// <summary>Random acts on random templates: the bench checks after each event that no open thread is without owner, deadline and way out.</summary>
    [Fact]
    public void Should_never_leave_an_open_thread_without_owner_deadline_and_exit() =>
        Hasard.Sample(
            hasard =>
            {
                var p = Commencer(hasard);
                foreach (var h in hasard.Skip(20))
                {
                    Bouger(p, h);
                }
            },
            iter: 30);

    [Fact]
    public void Should_refuse_that_a_step_in_the_background_moves_its_thread()
    {
        var p = Commencer(Simple);
        Deroulement.JusquAuContratSigne(p);
        var avant = p.Noeud;
        p.AvancerJours(20);
        Assert.Equal(avant, p.Noeud);
    }

    private static ParcoursEnMemoire Commencer(int[] hasard) => new(Situations.ProcheDeLEmploi, TroisFils.Modele(hasard), catalogue: TroisFils.Catalogue);

    private static void Bouger(ParcoursEnMemoire p, int h)
    {
        switch (h % 10)
        {
            case 0:
                p.Monde.Muet = h / 10 % 3 == 0 ? _ => true : _ => false;
                p.Repondre();
                break;
            case 1 or 2:
                p.Ouvrir($"fil-{h / 10 % 3}", h / 30 % 2 == 0 ? RoleActeur.Conseiller : RoleActeur.Personne, h / 30 % 2 == 0 ? p.Etat.Dossier.ReferentId ?? "c-1" : "dossier-0001");
                break;
            case 3 or 4:
                p.AvancerJours(1 + (h / 10 % 12));
                break;
            default:
                Hasards.Agir(p, h / 10);
                break;
        }
    }
}
