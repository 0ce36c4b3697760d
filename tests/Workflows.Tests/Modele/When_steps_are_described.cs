using System.Globalization;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Modele;

public partial class When_steps_are_described
{
    public static TheoryData<string> Types => [.. CatalogueEtapes.National.Definitions.Select(d => d.Type)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Should_have_defaults_within_their_own_bounds(string type) =>
        Assert.All(CatalogueEtapes.National.Trouver(type)!.Entrees, e =>
        {
            var reglage = e.Selon(Derniere);
            Assert.NotNull(reglage.ParDefaut);
            Assert.True(
                e.Type switch
                {
                    TypeEntree.Duree => DelaiLegal.Analyser(reglage.ParDefaut).EstEntre(DelaiLegal.Analyser(reglage.Min!), DelaiLegal.Analyser(reglage.Max!)),
                    TypeEntree.Nombre or TypeEntree.Heures => Nombre(reglage.ParDefaut) >= Nombre(reglage.Min!) && Nombre(reglage.ParDefaut) <= Nombre(reglage.Max!),
                    TypeEntree.ListeNombres => reglage.ParDefaut.Split(',').All(n => Nombre(n) >= Nombre(reglage.Min!) && Nombre(n) <= Nombre(reglage.Max!)),
                    TypeEntree.Choix => e.Choix.Any(c => c.Code == reglage.ParDefaut),
                    TypeEntree.Booleen => reglage.ParDefaut is "true" or "false",
                    _ => true,
                },
                e.Nom);
        });

    [Theory]
    [MemberData(nameof(Types))]
    public void Should_suppose_and_announce_only_what_another_step_brings_or_follows_up(string type)
    {
        var definition = CatalogueEtapes.National.Trouver(type)!;
        var autres = CatalogueEtapes.National.Definitions.Where(d => d.Type != type).ToList();
        Assert.All(definition.Suppose, acquis => Assert.Contains(autres, d => d.Apporte == acquis));
        Assert.All(definition.Entraine, annonce => Assert.Contains(autres, d => d.DonneSuiteA(annonce)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Should_speak_French_to_people_and_identifiers_to_the_designer(string type)
    {
        var definition = CatalogueEtapes.National.Trouver(type)!;
        Assert.Matches(@"^Parcours\.[A-Z][A-Za-z]+$", definition.Type);
        Assert.All(definition.Entrees.Select(e => e.Nom).Concat(definition.Sorties.Select(s => s.Nom)), n => Assert.Matches("^[A-Z][A-Za-z]+$", n));
        Assert.All(
            definition.Entrees.SelectMany(e => new[] { e.Libelle, e.Description }).Concat(definition.Sorties.Select(s => s.Libelle)).Append(definition.Description),
            t => Assert.DoesNotMatch(Fautes(), t));
        Assert.Equal(definition.EstFin || definition.EstFinDeFil, definition.Sorties.Count == 0);
    }

    [Fact]
    public void Should_have_one_beginning_and_one_review() =>
        Assert.Equal((1, 1), (CatalogueEtapes.National.Definitions.Count(d => d.EstDebut), CatalogueEtapes.National.Definitions.Count(d => d.EstRevue)));

    [Fact]
    public void Should_keep_the_bounds_of_the_law()
    {
        Assert.Equal(("P1M", "P1M"), Bornes("ContratEngagement", "DelaiSignature"));
        Assert.Equal(("P1D", "P42D"), Bornes("PreOrientation", "DelaiRsa"));
        Assert.Equal(("P1D", "P30D"), Bornes("PremierRendezVous", "Delai"));
        Assert.Equal(("15", "35"), Bornes("ContratEngagement", "Heures"));
    }

    [Fact]
    public void Should_give_a_template_the_same_fingerprint_whatever_the_order_of_its_nodes()
    {
        var modele = Modeles.National();
        var melange = modele with
        {
            Noeuds = [.. modele.Noeuds.Reverse().Select(n => n with { Sorties = n.Sorties.Reverse().ToDictionary() })],
        };
        Assert.Equal(modele.Empreinte, EmpreinteModele.Calculer(melange));
        Assert.Matches("^[0-9a-f]{64}$", modele.Empreinte);
        Assert.NotEqual(modele.Empreinte, EmpreinteModele.Calculer(Modeles.National(("revue", "Periodicite", "P2M"))));
    }

    private static readonly Loi Derniere = Loi.Au(new(2026, 11, 26));

    private static (string?, string?) Bornes(string type, string entree)
    {
        var e = CatalogueEtapes.National.Trouver($"Parcours.{type}")!.Entrees.Single(x => x.Nom == entree);
        return (e.Selon(Derniere).Min, e.Selon(Derniere).Max);
    }

    private static decimal Nombre(string texte) => decimal.Parse(texte, CultureInfo.InvariantCulture);

    [GeneratedRegex(@" [:;?!»]|« |'|  ")]
    private static partial Regex Fautes();
}
