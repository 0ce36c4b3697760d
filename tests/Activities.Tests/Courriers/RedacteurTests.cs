using FranceTravail.Parcours.Activities.Courriers;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Etapes;
using static FranceTravail.Parcours.Activities.Tests.Exemples;

namespace FranceTravail.Parcours.Activities.Tests.Courriers;

public sealed class RedacteurTests
{
    private static readonly ModelesLiquid Modeles = new(CatalogueEtapes.National);

    public static TheoryData<string> Codes => [.. CatalogueEtapes.National.Courriers.Select(c => c.Code).Order()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Should_write_the_approved_letter(string code) =>
        Approbation.Verifier($"{code}.html", Redacteur.Rediger(Modeles, UnEnvoi(code), UnePersonne(), Conseillers.Initiaux[0], UnContrat(), Maintenant, receveur: Conseillers.Initiaux[1]).Html);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Should_leave_no_hole_when_nobody_is_named_yet(string code)
    {
        var lettre = Redacteur.Rediger(Modeles, UnEnvoi(code), DossierDeDonnees.UneFiche(), null, null, Maintenant);
        Assert.NotEmpty(lettre.Objet);
        Assert.DoesNotContain("{{", lettre.Html);
        Assert.DoesNotContain("<br></", lettre.Html);
        Assert.DoesNotContain("<ul></ul>", lettre.Html);
    }

    [Fact]
    public void Should_say_hours_in_the_time_of_the_place()
    {
        var reunion = UnePersonne();
        reunion.CommuneInsee = "97411";
        Assert.Contains("à 14 h 30", Plain(Redacteur.Rediger(Modeles, UnEnvoi("invitation"), reunion, null, null, Maintenant)));
        Assert.Contains("à 11 h 30", Plain(Redacteur.Rediger(Modeles, UnEnvoi("invitation"), UnePersonne(), null, null, Maintenant)));
    }

    [Theory]
    [InlineData("invitation")]
    [InlineData("convocation")]
    [InlineData("rappel-rendez-vous")]
    public void Should_say_where_how_with_whom_and_for_how_long(string code)
    {
        var personne = UnePersonne();
        personne.Besoins = new() { AccesSansMarche = true, LangueInterprete = "tamoul" };
        var lettre = Plain(Redacteur.Rediger(Modeles, UnEnvoi(code), personne, Conseillers.Initiaux[0], null, Maintenant, receveur: Conseillers.Initiaux[1]));
        Assert.All(
            ["pendant 45 minutes", "52 rue de Marseille, 69007 Lyon", "01 99 00 31 05", "Karim Benali vous recevra", "un accès sans marche et un interprète (tamoul)", "href=\"/rendez-vous/d1/d1-n1-1-1.ics\""],
            dit => Assert.Contains(dit, lettre));
    }

    [Fact]
    public void Should_say_how_to_say_a_need_to_who_has_said_none()
    {
        var lettre = Plain(Redacteur.Rediger(Modeles, UnEnvoi("invitation"), UnePersonne(), null, null, Maintenant));
        Assert.Contains("dites-le dans votre espace, à « Pour vous recevoir », ou par téléphone", lettre);
        Assert.Contains("Une personne de l’équipe vous recevra.", lettre);
        Assert.DoesNotContain("Vous nous avez dit", lettre);
    }

    [Theory]
    [InlineData("Telephone", "06 12 34 56 78", "Karim Benali vous appellera au 06 12 34 56 78.")]
    [InlineData("Telephone", null, "Karim Benali vous appellera.")]
    [InlineData("Visio", null, "Karim Benali vous y attendra.")]
    public void Should_say_who_calls_whom(string canal, string? telephone, string dit)
    {
        var (envoi, personne) = (UnEnvoi("invitation"), UnePersonne());
        personne.Contact.Telephone = telephone;
        envoi = envoi with { Donnees = new Dictionary<string, string>(envoi.Donnees) { ["canal"] = canal } };
        Assert.Contains(dit, Plain(Redacteur.Rediger(Modeles, envoi, personne, null, null, Maintenant, receveur: Conseillers.Initiaux[1])));
    }

    [Theory]
    [InlineData("orientation", "Mobilité", "oui", "Un calcul a servi", "n’a pas été suivie")]
    [InlineData("orientation", "Mobilité", "non", "sa proposition n’a pas été suivie", "ce que votre dossier dit de votre situation")]
    [InlineData("orientation", "", "oui", "ce que votre dossier dit de votre situation", "L. 311-3-1")]
    [InlineData("reorientation", "", "non", "Aucun calcul n’y a servi", "L. 311-3-1")]
    public void Should_say_what_the_computation_was_for(string code, string motifs, string suivie, string dit, string tait)
    {
        var envoi = UnEnvoi(code);
        envoi = envoi with { Donnees = new Dictionary<string, string>(envoi.Donnees) { ["motifs"] = motifs, ["suivie"] = suivie, ["raison"] = suivie == "oui" ? "inconnue" : "r1" } };
        var lettre = Plain(Redacteur.Rediger(Modeles, envoi, UnePersonne(), null, null, Maintenant, null, new Dictionary<string, string> { ["r1"] = "Vous voulez d’abord vous loger." }));
        Assert.Contains(dit, lettre);
        Assert.DoesNotContain(tait, lettre);
        Assert.Equal(suivie == "non", lettre.Contains("Vous voulez d’abord vous loger."));
    }

    [Fact]
    public void Should_sign_a_refusal_for_the_authority_whose_decision_it_is()
    {
        string Lettre(EnvoiCourrier e) => Plain(Redacteur.Rediger(Modeles, e, UnePersonne(), Conseillers.Initiaux[0], null, Maintenant, Conseillers.Initiaux[1]));
        Assert.EndsWith(", pour le président de la métropole de Lyon</p>", Lettre(UnEnvoi("reorientation-refusee")).Split('\n').Last(l => l.Contains(Conseillers.Initiaux[1].Nom)));
        var ordinaire = UnEnvoi("sollicitation-refusee");
        Assert.Contains($"{Conseillers.Initiaux[1].Nom}, votre référent</p>", Lettre(ordinaire));
        var autre = ordinaire with { Donnees = new Dictionary<string, string>(ordinaire.Donnees) { ["referent"] = "non" } };
        Assert.Contains($"{Conseillers.Initiaux[1].Nom}, pour le président de la métropole de Lyon</p>", Lettre(autre));
        Assert.DoesNotContain("votre référent</p>", Lettre(autre));
    }

    /// <summary>The right ended between the task and its decision: the president of the département decides, and it is no decision on the RSA.</summary>
    [Theory]
    [InlineData("orientation")]
    [InlineData("reorientation")]
    [InlineData("reorientation-refusee")]
    [InlineData("sollicitation-refusee")]
    public void Should_oblige_nobody_to_appeal_first_who_has_no_RSA(string code)
    {
        string Lettre(string rsa) => Plain(Redacteur.Rediger(Modeles, UnEnvoi(code) with { Donnees = new Dictionary<string, string>(UnEnvoi(code).Donnees) { ["rsa"] = rsa } }, UnePersonne(), null, null, Maintenant));
        Assert.Contains("Cette étape est obligatoire avant le tribunal", Lettre("oui"));
        Assert.DoesNotContain("obligatoire", Lettre("non"));
        Assert.Contains("saisir directement", Lettre("non"));
    }

    [Theory]
    [InlineData("oui", "À signer dès que possible : il devait l’être le", "À signer au plus tard")]
    [InlineData("non", "À signer au plus tard le", "devait l’être")]
    public void Should_give_no_deadline_that_is_past(string enRetard, string dit, string tait)
    {
        var envoi = UnEnvoi("contrat-a-signer");
        envoi = envoi with { Donnees = new Dictionary<string, string>(envoi.Donnees) { ["enRetard"] = enRetard, ["recue"] = "2026-01-05" } };
        var lettre = Plain(Redacteur.Rediger(Modeles, envoi, UnePersonne(), null, UnContrat(), Maintenant));
        Assert.Contains(dit, lettre);
        Assert.DoesNotContain(tait, lettre);
    }

    [Fact]
    public void Should_promise_no_day_that_no_receipt_has_begun()
    {
        var lettre = Plain(Redacteur.Rediger(Modeles, UnEnvoi("contrat-a-signer"), UnePersonne(), null, UnContrat(), Maintenant));
        Assert.Contains("À signer dans le mois qui suit la réception de votre lettre d’orientation", lettre);
        Assert.DoesNotContain("au plus tard", lettre);
    }

    [Theory]
    [InlineData("contrat-a-signer")]
    [InlineData("contrat-signe")]
    public void Should_hold_the_mandatory_sections_of_a_contract(string code)
    {
        var lettre = Plain(Redacteur.Rediger(Modeles, UnEnvoi(code), UnePersonne(), Conseillers.Initiaux[0], UnContrat(), Maintenant));
        Assert.All(
            ["Vos engagements", "Les engagements de l’organisme", "par semaine", "Vos droits", "En cas de désaccord", "médiateur régional", "deux mois"],
            section => Assert.Contains(section, lettre));
    }

    [Theory]
    [InlineData("Orientation", "D. 5411-14-1", "D. 5411-14-2")]
    [InlineData("Reorientation", "D. 5411-14-2", "D. 5411-14-1")]
    [InlineData("Revision", "L. 5411-6", "D. 5411-14")]
    public void Should_cite_the_delay_of_a_contract_only_where_the_law_sets_it(string cause, string dit, string tait)
    {
        var envoi = UnEnvoi("contrat-a-signer");
        envoi = envoi with { Donnees = new Dictionary<string, string>(envoi.Donnees) { ["cause"] = cause } };
        var lettre = Plain(Redacteur.Rediger(Modeles, envoi, UnePersonne(), null, UnContrat(), Maintenant));
        Assert.Contains(dit, lettre);
        Assert.DoesNotContain(tait, lettre);
    }

    [Theory]
    [InlineData("69123", "du président de la métropole de Lyon sur le RSA", "20 rue du Lac")]
    [InlineData("69383", "du président de la métropole de Lyon sur le RSA", "20 rue du Lac")]
    [InlineData("67482", "du président de la Collectivité européenne d’Alsace sur le RSA", "Place du Quartier Blanc")]
    [InlineData("62498", "du président du conseil départemental du Pas-de-Calais sur le RSA", "62018 Arras")]
    [InlineData("97411", "du directeur de la caisse d’allocations familiales de La Réunion sur le RSA", "")]
    [InlineData("93066", "Une décision sur le RSA se conteste", "")]
    public void Should_name_the_authority_of_the_place(string commune, string dit, string adresse)
    {
        var personne = UnePersonne();
        (personne.CommuneInsee, personne.Allocation) = (commune, Allocation.Rsa);
        var lettre = Plain(Redacteur.Rediger(Modeles, UnEnvoi("contrat-signe"), personne, null, UnContrat(), Maintenant));
        Assert.All([dit, adresse, "R. 262-88", "médiateur régional", "tribunal administratif"], texte => Assert.Contains(texte, lettre));
    }

    [Fact]
    public void Should_say_no_remedy_about_an_RSA_that_is_not_received()
    {
        var personne = UnePersonne();
        personne.Allocation = Allocation.Are;
        var lettre = Plain(Redacteur.Rediger(Modeles, UnEnvoi("contrat-signe"), personne, null, UnContrat(), Maintenant));
        Assert.All(["RSA", "262-88", "conseil départemental"], texte => Assert.DoesNotContain(texte, lettre));
    }

    [Fact]
    public void Should_follow_the_law_of_its_day()
    {
        var contrat = Lois.Nationales.Contrat.Toutes[^1] with
        {
            Version = new(new(2026, 1, 5), "loi inventée"),
            DelaiSignature = new(DelaiLegal.EnJours(45), Report.JourOuvre, [Article.Travail("D9999-1")]),
        };
        var modeles = new ModelesLiquid(CatalogueEtapes.National, TableCompetence.Nationale with { Lois = Lois.Nationales with { Contrat = Lois.Nationales.Contrat.Avec(contrat) } });
        string Lettre(NodaTime.Instant le) => Plain(Redacteur.Rediger(modeles, UnEnvoi("orientation"), UnePersonne(), null, null, le));
        Assert.Contains("dans les quarante-cinq jours qui suivent la réception de cette lettre (Code du travail, article D. 9999-1)", Lettre(Maintenant));
        Assert.Contains("dans le mois qui suit la réception de cette lettre (Code du travail, article D. 5411-14-1)", Lettre(Maintenant - NodaTime.Duration.FromDays(1)));
    }

    [Fact]
    public void When_the_law_of_its_day_is_not_known_it_says_so()
    {
        var error = Assert.Throws<LettreImpossibleException>(
            () => Redacteur.Rediger(Modeles, UnEnvoi("contrat-signe"), UnePersonne(), null, UnContrat(), NodaTime.Instant.FromUtc(2025, 3, 3, 9, 0)));
        Assert.Contains("la procédure contradictoire n’est pas connu ici", error.Message);
    }

    [Fact]
    public void Should_write_names_as_text_whatever_they_hold()
    {
        var personne = UnePersonne();
        personne.Nom = "<script>alert(1)</script>";
        personne.Prenom = "{{ donnees.identifiant }}";
        var html = Redacteur.Rediger(Modeles, UnEnvoi("inscription"), personne, null, null, Maintenant).Html;
        Assert.DoesNotContain("<script>", html);
        Assert.Contains("&lt;script&gt;", html);
        Assert.Contains("{{ donnees.identifiant }}", html);
    }

    [Theory]
    [InlineData("inconnu", "")]
    [InlineData("invitation", "debut")]
    [InlineData("invitation", "ou")]
    [InlineData("rappel-rendez-vous", "telephone")]
    [InlineData("invitation", "debut=demain")]
    [InlineData("contrat-a-signer", "heures=beaucoup")]
    [InlineData("contrat-a-signer", "heures=99999999999999999999999999999999999")]
    [InlineData("revue", "le=2026-02-30")]
    [InlineData("orientation", "rsa=peut-être")]
    [InlineData("orientation", "decideur=Personne")]
    public void When_a_letter_cannot_be_written_it_says_why(string code, string change)
    {
        var donnees = UnEnvoi(code).Donnees.ToDictionary();
        var parts = change.Split('=');
        donnees.Remove(parts[0]);
        if (parts.Length == 2)
        {
            donnees[parts[0]] = parts[1];
        }

        Assert.Throws<LettreImpossibleException>(() => Redacteur.Rediger(Modeles, UnEnvoi(code) with { Donnees = donnees }, UnePersonne(), null, null, Maintenant));
    }

    internal static EnvoiCourrier UnEnvoi(string code) => new()
    {
        Modele = code,
        Libelle = code,
        Donnees = new Dictionary<string, string>
        {
            ["identifiant"] = "1234567A",
            ["commune"] = "Villeurbanne",
            ["parcours"] = "socio-professionnel",
            ["organisme"] = "conseil départemental",
            ["motifs"] = "Difficultés : mobilité et logement\nSans emploi depuis 14 mois",
            ["suivie"] = "oui",
            ["pourquoi"] = "un projet d’emploi, et des difficultés à lever",
            ["decideur"] = "PresidentMetropoleLyon",
            ["rsa"] = "oui",
            ["referent"] = "oui",
            ["signataire"] = "c-rhone-1",
            ["bases"] = code == "orientation" ? "Code du travail, article L. 5411-5-1 II 2°" : "Code du travail, article L. 5411-5-2 II",
            ["contrat"] = code == "reorientation" ? "Reorientation" : "Orientation",
            ["debut"] = "2026-01-26T10:30:00Z",
            ["rendezVous"] = "d1-n1-1-1",
            ["duree"] = "45 minutes",
            ["canal"] = "SurPlace",
            ["ou"] = "Agence de Lyon-Guillotière\n52 rue de Marseille, 69007 Lyon\nPour nous joindre : 01 99 00 31 05",
            ["telephone"] = "01 99 00 31 05",
            ["receveur"] = "c-rhone-2",
            ["statut"] = "NonTenu",
            ["objet"] = "Premier rendez-vous",
            ["acceptee"] = "oui",
            ["jours"] = "2",
            ["version"] = "1",
            ["heures"] = "17.5",
            ["avantLe"] = "2026-02-05",
            ["cause"] = "Orientation",
            ["signeLe"] = "2026-02-02T09:30:00Z",
            ["le"] = "2026-05-04",
            ["libelle"] = "Signer votre contrat",
            ["raison"] = "inconnue",
            ["par"] = "personne",
            ["texte"] = "inconnu",
        },
    };

    private static Dossier UnePersonne()
    {
        var dossier = DossierDeDonnees.UneFiche();
        dossier.Contact = new Contact { Adresse = "12 rue des Écoles", CodePostal = "69003", Ville = "Lyon" };
        return dossier;
    }

    private static Contrat UnContrat() => new()
    {
        DossierId = "d1",
        Id = "k1",
        Version = 1,
        Lignes =
        [
            new LigneContrat { DossierId = "d1", ContratId = "k1", Ordre = 1, Cote = CoteContrat.Personne, Nature = "atelier", Libelle = "Suivre l’atelier « mobilité »", HeuresParSemaine = 7.5m },
            new LigneContrat { DossierId = "d1", ContratId = "k1", Ordre = 2, Cote = CoteContrat.Organisme, Nature = "rendez-vous", Libelle = "Vous recevoir chaque mois" },
        ],
    };

    private static string Plain(Lettre lettre) => lettre.Html.Replace("&#xA0;", " ").Replace('\u00a0', ' ');
}
