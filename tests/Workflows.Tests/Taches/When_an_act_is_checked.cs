using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Taches;

public class When_an_act_is_checked
{
    private readonly ParcoursEnMemoire p = new ParcoursEnMemoire().Oriente();

    [Fact]
    public void Should_accept_what_the_task_offers_to_the_one_it_belongs_to() => Assert.Null(p.Refus(Acte()));

    [Fact]
    public void Should_refuse_somebody_elses_task()
    {
        Assert.Equal("Cette tâche revient à la personne, et à elle seule.", p.Refus(Acte() with { Acteur = new Acteur(RoleActeur.Conseiller, "c-1") }));
        Assert.Equal("Cette tâche revient à la personne, et à elle seule.", p.Refus(Acte() with { Acteur = new Acteur(RoleActeur.Personne, "dossier-0002") }));
    }

    [Fact]
    public void Should_let_the_management_act_on_a_counsellors_task()
    {
        var p = new ParcoursEnMemoire(Situations.Incertaine);
        var acte = p.Acte(p.Tache("decider-orientation"), "retenir");
        Assert.Null(p.Refus(acte with { Acteur = new Acteur(RoleActeur.Encadrement, "agent-PresidentConseilDepartemental") }));
        Assert.NotNull(p.Refus(acte with { Acteur = new Acteur(RoleActeur.Personne, "dossier-0001") }));
    }

    [Fact]
    public void Should_refuse_a_task_that_is_closed_or_unknown() =>
        Assert.StartsWith("Cette tâche n’est plus ouverte", p.Refus(Acte() with { TacheId = "dossier-0001-99" }));

    [Fact]
    public void Should_refuse_a_gesture_that_the_task_does_not_offer() =>
        Assert.Equal("Ce geste n’est pas possible sur cette tâche.", p.Refus(Acte() with { Geste = "signer" }));

    [Fact]
    public void Should_refuse_a_value_that_the_form_does_not_have() =>
        Assert.StartsWith("Une des valeurs", p.Refus(Acte() with { Valeurs = new Dictionary<string, string> { ["nom"] = "x" } }));

    [Theory]
    [InlineData("")]
    [InlineData("une-cle-bien-trop-longue-pour-etre-celle-d-un-formulaire-de-la-page-web")]
    public void Should_refuse_an_act_without_a_proper_key(string cle) => Assert.NotNull(p.Refus(Acte() with { Cle = cle }));

    [Theory]
    [InlineData(TypeChamp.Texte, "texte-0000001", null)]
    [InlineData(TypeChamp.Texte, "Je m’appelle Idriss", "doit d’abord être déposé")]
    [InlineData(TypeChamp.Nombre, "4", null)]
    [InlineData(TypeChamp.Nombre, "4.5", "nombre entier")]
    [InlineData(TypeChamp.Nombre, "11", "comprise entre 1 et 10")]
    [InlineData(TypeChamp.Heures, "7.5", null)]
    [InlineData(TypeChamp.Heures, "7.3", "quart d’heure")]
    [InlineData(TypeChamp.Heures, "7,5", "nombre d’heures")]
    [InlineData(TypeChamp.Heures, "99", "comprise entre 1\u00a0h et 10\u00a0h")]
    [InlineData(TypeChamp.Heures, "1e3", "nombre d’heures")]
    [InlineData(TypeChamp.Choix, "a", null)]
    [InlineData(TypeChamp.Choix, "c", "pas proposé")]
    [InlineData(TypeChamp.ChoixMultiple, "a,b", null)]
    [InlineData(TypeChamp.ChoixMultiple, "a,a", "pas proposé")]
    [InlineData(TypeChamp.ChoixMultiple, "a,c", "pas proposé")]
    [InlineData(TypeChamp.Case, "oui", null)]
    [InlineData(TypeChamp.Case, "true", "oui ou non")]
    public void Should_check_each_type_of_value(TypeChamp type, string valeur, string? faute)
    {
        var nombre = type is TypeChamp.Nombre or TypeChamp.Heures;
        var champ = new Champ { Nom = "n", Libelle = "Champ", Type = type, Min = nombre ? "1" : null, Max = nombre ? "10" : null, Choix = [new("a", "A"), new("b", "B")] };
        var erreur = ValidationChamp.Verifier(champ, valeur);
        if (faute is null)
        {
            Assert.Null(erreur);
        }
        else
        {
            Assert.Contains(faute, erreur);
        }
    }

    [Theory]
    [InlineData(TypeChamp.Date, "2026-11-24", "2026-11-24", "2026-12-24", null)]
    [InlineData(TypeChamp.Date, "2026-11-23", "2026-11-24", "2026-12-24", "comprise entre le 24\u00a0novembre 2026 et le 24\u00a0décembre 2026")]
    [InlineData(TypeChamp.Date, "24/11/2026", "2026-11-24", null, "une date est attendue")]
    [InlineData(TypeChamp.Heure, "09:30", "08:00", "19:00", null)]
    [InlineData(TypeChamp.Heure, "20:00", "08:00", "19:00", "comprise entre 8\u00a0h\u00a000 et 19\u00a0h\u00a000")]
    [InlineData(TypeChamp.Heure, "9h30", "08:00", "19:00", "une heure est attendue")]
    public void Should_check_dates_and_times_against_their_bounds(TypeChamp type, string valeur, string min, string? max, string? faute)
    {
        var erreur = ValidationChamp.Verifier(new Champ { Nom = "n", Libelle = "Champ", Type = type, Min = min, Max = max }, valeur);
        Assert.True(faute is null ? erreur is null : erreur!.Contains(faute, StringComparison.Ordinal), erreur);
    }

    [Fact]
    public void Should_ask_for_what_is_needed_only()
    {
        var champ = new Champ { Nom = "n", Libelle = "Motif", Type = TypeChamp.Choix, Choix = [new("a", "A")] };
        Assert.Null(ValidationChamp.Verifier(champ, " "));
        Assert.Equal("«\u00a0Motif\u00a0»\u00a0: une valeur est nécessaire.", ValidationChamp.Verifier(champ with { Obligatoire = true }, null));
    }

    private Acte Acte() => p.Acte(p.Tache("confirmer-rendez-vous"), "confirmer");
}
