using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Donnees;

public class When_data_of_a_person_change
{
    private const string Verifier = "verifier-commune";

    [Fact]
    public void Should_say_which_from_where_and_when_and_hold_their_reference()
    {
        var p = new ParcoursEnMemoire();
        p.Appliquer(Banc.Donnees.Changees("donnees-1", DonneePersonne.Telephone, DonneePersonne.PersonnesFoyer, DonneePersonne.ParentIsole));
        var fait = p.Faits.Last();
        Assert.Equal("Données mises à jour par l’import du territoire du 9 octobre 2026 : téléphone et foyer.", fait.Phrase.Replace('\u00a0', ' '));
        Assert.Equal(("donnees.changees", Acteur.Import, "donnees-1"), (fait.Code, fait.Auteur, fait.Donnees["donnees"]));
        Assert.Equal("donnees-1", p.Etat.Dossier.DonneesId);
        Assert.Equal("donnees-1", p.Projections[^1].Donnees);
        Assert.False(p.Ouverte(Verifier));
    }

    [Fact]
    public void Should_begin_with_those_of_the_registration_and_show_others_only_when_they_come()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuRendezVous(p);
        Assert.Equal("dossier-0001", p.Projections[0].Donnees);
        Assert.All(p.Projections.Skip(1), projection => Assert.Null(projection.Donnees));
    }

    [Fact]
    public void Should_tell_the_counsellor_of_a_move_until_she_has_looked_at_it()
    {
        var p = new ParcoursEnMemoire();
        p.Appliquer(Banc.Donnees.Changees("donnees-1", DonneePersonne.Commune, DonneePersonne.Ville, DonneePersonne.Adresse));
        Assert.Contains("donnees.commune", p.Codes);
        Deroulement.JusquAuContrat(p);
        p.Appliquer(Banc.Donnees.Changees("donnees-2", DonneePersonne.Commune));
        p.AvancerJours(20);
        Assert.True(p.Tache(Verifier).Escaladee);
        p.Agir(Verifier, "verifie");
        Assert.Equal("donnees.commune-verifiee", p.Codes[^1]);
        Assert.False(p.Ouverte(Verifier));
    }

    [Fact]
    public void Should_be_refused_once_the_journey_is_closed_and_leave_nothing_open()
    {
        var p = new ParcoursEnMemoire();
        Deroulement.JusquAuContratSigne(p);
        Deroulement.JusquALaRevue(p);
        p.Appliquer(Banc.Donnees.Changees("donnees-1", DonneePersonne.Commune));
        p.Agir("tenir-revue", "Sortie", ("motif", "emploi"));
        Assert.Empty(p.Etat.Taches);
        Assert.Equal("Le parcours est clos : ses données ne changent plus.", p.Refus(Banc.Donnees.Changees("donnees-2", DonneePersonne.Telephone))!.Replace('\u00a0', ' '));
    }
}
