using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Etapes;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Designer.Compilation;

namespace FranceTravail.Parcours.Designer.Tests.Compilation;

public sealed class CompilateurTests
{
    [Fact]
    public void Should_take_the_default_of_what_the_designer_left_out()
    {
        var definition = new DefinitionModifiee();
        definition.Noeud("revue").Remove("periodicite");
        Assert.Equal("P3M", Parametre(definition, "revue", "Periodicite"));
    }

    [Theory]
    [InlineData("contrat", "heures", "17,5", "Heures", "17.5")]
    [InlineData("contrat", "heures", "20.00", "Heures", "20")]
    [InlineData("premier-rdv", "rappels", "1, 7, 2, 7", "Rappels", "7,2,1")]
    [InlineData("premier-rdv", "rappels", "[\"3\",\"1\"]", "Rappels", "3,1")]
    [InlineData("premier-rdv", "delai", "P4W", "Delai", "P28D")]
    [InlineData("premier-rdv", "propositionsMax", " 2 ", "PropositionsMax", "2")]
    [InlineData("premier-rdv", "propositionsMax", "", "PropositionsMax", "3")]
    public void Should_bring_values_to_their_canonical_text(string noeud, string entree, string saisie, string nom, string attendu) =>
        Assert.Equal(attendu, Parametre(new DefinitionModifiee().Regler(noeud, entree, saisie), noeud, nom));

    /// <summary>A default hides nothing: what an author wrote, in whatever form, is read or refused.</summary>
    [Theory]
    [InlineData("\"P10D\"", "P10D", null)]
    [InlineData("\" P10D \"", "P10D", null)]
    [InlineData("{\"expression\":\"P10D\"}", "P10D", null)]
    [InlineData("{\"value\":\"P10D\"}", "P10D", null)]
    [InlineData("{\"type\":\"Literal\",\"value\":\"P10D\"}", "P10D", null)]
    [InlineData("{\"expression\":{\"value\":\"P10D\"}}", "P10D", null)]
    [InlineData("{\"type\":\"JavaScript\",\"value\":\"'P' + 10 + 'D'\"}", "P10D", null)]
    [InlineData("\"P90D\"", null, CodeErreur.ValeurHorsBornes)]
    [InlineData("{\"value\":\"P90D\"}", null, CodeErreur.ValeurHorsBornes)]
    [InlineData("10", null, CodeErreur.ValeurInvalide)]
    [InlineData("true", null, CodeErreur.ValeurInvalide)]
    [InlineData("[\"P10D\",\"P11D\"]", null, CodeErreur.ValeurInvalide)]
    [InlineData("[{}]", null, CodeErreur.ValeurInvalide)]
    [InlineData("{\"valeur\":\"P10D\"}", null, CodeErreur.ExpressionInconnue)]
    [InlineData("{\"expression\":{\"type\":7,\"value\":\"P10D\"}}", null, CodeErreur.ExpressionInconnue)]
    [InlineData("{\"expression\":{\"type\":\"Liquid\",\"value\":\"P10D\"}}", null, CodeErreur.ExpressionInconnue)]
    [InlineData("{\"expression\":{\"type\":\"JavaScript\",\"value\":\"''\"}}", null, CodeErreur.ExpressionRefusee)]
    [InlineData("{\"expression\":{\"type\":\"JavaScript\"}}", null, CodeErreur.ExpressionRefusee)]
    [InlineData("{\"expression\":{\"type\":\"JavaScript\",\"value\":10}}", null, CodeErreur.ExpressionRefusee)]
    [InlineData("null", "P30D", null)]
    [InlineData("\"\"", "P30D", null)]
    [InlineData("{\"typeName\":\"String\",\"memoryReference\":{\"id\":\"x\"}}", "P30D", null)]
    [InlineData("{\"typeName\":\"String\",\"expression\":null}", "P30D", null)]
    [InlineData("{\"expression\":{\"type\":\"Literal\",\"value\":null}}", "P30D", null)]
    public void Should_read_or_refuse_what_was_written_and_take_the_default_of_nothing_else(string saisie, string? attendu, CodeErreur? code)
    {
        var definition = new DefinitionModifiee();
        definition.Noeud("premier-rdv")["delai"] = JsonNode.Parse(saisie);
        if (code is null)
        {
            Assert.Equal(attendu, Parametre(definition, "premier-rdv", "Delai"));
        }
        else
        {
            Assert.Equal((code, "premier-rdv"), (definition.Erreur().Code, definition.Erreur().NoeudId));
        }
    }

    [Theory]
    [InlineData("Delai", "\"P10D\"")]
    [InlineData("delais", "\"P10D\"")]
    [InlineData("délai", "10")]
    [InlineData("parametres", "{\"delai\":\"P10D\"}")]
    public void When_a_bare_setting_is_not_of_the_step_it_is_named(string nom, string saisie)
    {
        var definition = new DefinitionModifiee();
        definition.Noeud("premier-rdv")[nom] = JsonNode.Parse(saisie);
        Assert.Equal(CodeErreur.EntreeInconnue, definition.Erreur().Code);
    }

    [Fact]
    public void Should_not_depend_on_the_order_in_which_the_designer_saved()
    {
        var shuffled = new DefinitionModifiee();
        var reversed = shuffled.Activites.Reverse().Select(a => a!.DeepClone()).ToArray();
        shuffled.Activites.Clear();
        Array.ForEach(reversed, a => shuffled.Activites.Add(a));
        Assert.Equal(new DefinitionModifiee().Compiler().Modele!.Empreinte, shuffled.Compiler().Modele!.Empreinte);
    }

    [Fact]
    public void Should_say_everything_that_is_wrong_at_once()
    {
        var erreurs = new DefinitionModifiee().Regler("contrat", "heures", "36").Regler("revue", "periodicite", "jamais").Delier("revue", "Sortie").Compiler().Erreurs;
        Assert.Equal([CodeErreur.ValeurHorsBornes, CodeErreur.ValeurInvalide, CodeErreur.SortieNonReliee], erreurs.Select(e => e.Code));
    }

    [Theory]
    [InlineData("contrat", "heures", "36", CodeErreur.ValeurHorsBornes, "« Contrat d’engagement », « Heures proposées par semaine » : 36 est hors des bornes ; de 15 à 35 sont permis (Code du travail, art. L5411-6 II).")]
    [InlineData("contrat", "delaiSignature", "P2M", CodeErreur.ValeurHorsBornes, "la seule valeur permise est un mois")]
    [InlineData("premier-rdv", "delai", "P31D", CodeErreur.ValeurHorsBornes, "de un jour à 30 jours")]
    [InlineData("premier-rdv", "rappels", "7,99", CodeErreur.ValeurHorsBornes, "99 est hors des bornes")]
    [InlineData("premier-rdv", "rappels", "sept", CodeErreur.ValeurInvalide, "liste de nombres entiers")]
    [InlineData("premier-rdv", "propositionsMax", "2.5", CodeErreur.ValeurInvalide, "nombre entier")]
    [InlineData("pre-orientation", "validation", "si-incertain", CodeErreur.EntreeInconnue, "validation")]
    [InlineData("premier-rdv", "delai", "30 jours", CodeErreur.ValeurInvalide, "P30D")]
    public void When_a_value_is_wrong_the_message_names_the_node_the_input_and_the_bounds(string noeud, string entree, string valeur, CodeErreur code, string message)
    {
        var erreur = new DefinitionModifiee().Regler(noeud, entree, valeur).Erreur();
        Assert.Equal((code, noeud), (erreur.Code, erreur.NoeudId));
        Assert.Contains(message, erreur.Message.Replace('\u00a0', ' '));
    }

    [Fact]
    public void When_the_designer_made_an_unknown_step_it_is_named() =>
        Assert.Equal(CodeErreur.EtapeInconnue, new DefinitionModifiee().Ajouter("x", "Elsa.HttpEndpoint").Erreur().Code);

    [Fact]
    public void When_a_setting_is_not_of_the_step_it_is_named() =>
        Assert.Equal(CodeErreur.EntreeInconnue, new DefinitionModifiee().Regler("suivi", "periodicité", "P3M").Erreur().Code);

    [Fact]
    public void When_an_outcome_does_not_exist_it_is_named() =>
        Assert.Equal(CodeErreur.SortieInconnue, new DefinitionModifiee().Relier("suivi", "Done", "revue").Erreur().Code);

    [Fact]
    public void When_an_outcome_leads_to_two_steps_it_is_refused()
    {
        var definition = new DefinitionModifiee();
        definition.Liens.Add(JsonNode.Parse("""{"source":{"activity":"suivi","port":"Engage"},"target":{"activity":"fin","port":"In"}}"""));
        Assert.Equal(CodeErreur.SortieReliee2Fois, definition.Erreur().Code);
    }

    [Fact]
    public void When_a_link_leads_nowhere_it_is_refused()
    {
        var definition = new DefinitionModifiee();
        definition.Liens.Add(JsonNode.Parse("""{"source":{"activity":"suivi","port":"Engage"},"target":{"activity":"disparu"}}"""));
        Assert.Equal(CodeErreur.LienMalForme, definition.Erreur().Code);
    }

    [Fact]
    public void When_there_are_two_starts_it_is_refused() =>
        Assert.Equal(
            CodeErreur.DebutsMultiples, new DefinitionModifiee().Ajouter("autre", "Parcours.Inscription").Relier("autre", "Inscrite", "premier-rdv").Erreur().Code);

    [Fact]
    public void When_the_journey_comes_back_to_its_start_it_is_refused() =>
        Assert.Equal(CodeErreur.DebutAvecEntree, new DefinitionModifiee().Relier("revue", "NouveauContrat", "inscription").Erreur().Code);

    [Fact]
    public void When_a_step_cannot_be_reached_it_is_named() =>
        Assert.Equal("x", new DefinitionModifiee().Ajouter("x", "Parcours.Diagnostic").Relier("x", "Partage", "contrat").Erreur().NoeudId);

    [Fact]
    public void When_no_end_is_within_reach_it_is_refused()
    {
        var erreurs = new DefinitionModifiee().Relier("revue", "Sortie", "suivi").Compiler().Erreurs;
        Assert.Contains(erreurs, e => e.Code == CodeErreur.NoeudInaccessible && e.NoeudId == "fin");
        Assert.Contains(erreurs, e => e.Code == CodeErreur.SansIssue && e.NoeudId == "inscription");
    }

    [Theory]
    [InlineData("inscription", "Inscrite", "premier-rdv", "premier-rdv", "Pré-orientation")]
    [InlineData("premier-rdv", "Honore", "contrat", "contrat", "Diagnostic")]
    [InlineData("pre-orientation", "Social", "diagnostic", "diagnostic", "Premier rendez-vous")]
    [InlineData("diagnostic", "Partage", "revue", "revue", "Contrat d’engagement")]
    [InlineData("pre-orientation", "Professionnel", "fin", "fin", "Contrat d’engagement")]
    public void When_a_way_leaves_out_a_step_of_the_law_it_is_named(string de, string sortie, string vers, string noeud, string omise)
    {
        var erreurs = new DefinitionModifiee().Relier(de, sortie, vers).Compiler().Erreurs;
        Assert.Contains(erreurs, e => e.Code == CodeErreur.EtapeOmise && e.NoeudId == noeud && e.Message.Contains($"«\u00a0{omise}\u00a0»", StringComparison.Ordinal));
    }

    /// <summary>What the law wants to begin when a step announces something: no territory may leave it out.</summary>
    [Theory]
    [InlineData("notification", "annonce", "autre.chose", "pre-orientation", CodeErreur.EtapeOmise)]
    [InlineData("notification", "annonce", "autre.chose", "notification-recue", CodeErreur.FilMele)]
    [InlineData("notification", "ouvreurs", "Conseiller", "notification-recue", CodeErreur.FilMele)]
    [InlineData("reprise", "annonce", "autre.chose", "reorientation-decision", CodeErreur.EtapeOmise)]
    [InlineData("notification", "depuis", "pre-orientation", "pre-orientation", CodeErreur.EtapeOmise)]
    [InlineData("notification", "separe", "true", "notification", CodeErreur.ValeurInvalide)]
    [InlineData("reorientation", "separe", "true", "reorientation", CodeErreur.ValeurInvalide)]
    [InlineData("reorientation", "finitAvecLAccompagnement", "false", "reorientation", CodeErreur.ValeurInvalide)]
    [InlineData("reorientation", "annonce", "contrat.signe", "reorientation-decision", CodeErreur.FilMele)]
    [InlineData("demande", "annonce", "contrat.signe", "demande-reponse", CodeErreur.FilMele)]
    public void When_what_a_step_announces_leads_nowhere_it_is_named(string noeud, string entree, string valeur, string nomme, CodeErreur code) =>
        Assert.Contains(new DefinitionModifiee().Regler(noeud, entree, valeur).Compiler().Erreurs, e => (e.NoeudId, e.Code) == (nomme, code));

    [Theory]
    [InlineData("contrat", "contrat", CodeErreur.EtapeOmise)]
    [InlineData("contrat", "reorientation-decision", CodeErreur.EtapeOmise)]
    [InlineData("revue", "revue", CodeErreur.EtapeOmise)]
    [InlineData("demande-reponse", "reprise", CodeErreur.FilMele)]
    public void When_the_accompaniment_is_taken_up_where_it_may_not_it_is_refused(string vers, string nomme, CodeErreur code) =>
        Assert.Contains(new DefinitionModifiee().Relier("reprise", "Suite", vers).Compiler().Erreurs, e => (e.NoeudId, e.Code) == (nomme, code));

    [Fact]
    public void When_two_take_the_accompaniment_up_on_one_announcement_it_is_refused() =>
        Assert.Contains(
            new DefinitionModifiee().Ajouter("autre-reprise", "Parcours.Reprise").Regler("autre-reprise", "annonce", "reorientation.decidee").Relier("autre-reprise", "Suite", "premier-rdv").Compiler().Erreurs,
            e => (e.NoeudId, e.Code) == ("autre-reprise", CodeErreur.ValeurInvalide));

    [Fact]
    public void When_a_step_leads_to_where_the_accompaniment_is_taken_up_it_is_refused() =>
        Assert.Contains(new DefinitionModifiee().Relier("reorientation-decision", "Tranchee", "reprise").Compiler().Erreurs, e => e.Code == CodeErreur.FilMele);

    [Fact]
    public void When_a_cycle_has_nobody_to_decide_it_is_shown()
    {
        var erreurs = new DefinitionModifiee().Relier("contrat", "Signe", "contrat").Compiler().Erreurs;
        Assert.Contains(erreurs, e => e.Code == CodeErreur.BoucleSansDecision && e.NoeudId == "contrat");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("12")]
    [InlineData("{\"root\":{}}")]
    [InlineData("{\"root\":{\"type\":\"Elsa.Sequence\",\"activities\":[]}}")]
    [InlineData("{\"root\":{\"type\":\"Elsa.Flowchart\",\"activities\":[]}}")]
    [InlineData("{\"root\":{\"type\":\"Elsa.Flowchart\",\"activities\":[1,null,{},{\"id\":\"a b\"}]}}")]
    [InlineData("{\"root\":{\"type\":\"Elsa.Flowchart\",\"activities\":[{\"id\":\"\\ud800\",\"type\":\"x\"}]}}")]
    public void When_it_is_no_definition_at_all_it_says_so(string json) => Assert.NotEmpty(CompilateurModele.Compiler(json, "x", 1, Loi.Au(new(2026, 11, 26))).Erreurs);

    private static string Parametre(DefinitionModifiee definition, string noeud, string nom)
    {
        var result = definition.Compiler();
        Assert.Empty(result.Erreurs);
        var compile = result.Modele!.Noeuds.Single(n => n.Id == noeud);
        var entree = CatalogueEtapes.National.Trouver(compile.Type)!.Entrees.Single(e => e.Nom == nom);
        return entree.Valeur(compile.Parametres.GetValueOrDefault(nom), Loi.Au(new(2026, 11, 26)));
    }
}
