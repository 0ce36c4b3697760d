using FranceTravail.Parcours.Workflows.Droit;
using System.Text.Json;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Activities.Courriers;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Designer.Bibliotheque;
using FranceTravail.Parcours.Designer.Compilation;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Host.Espaces.Personne;
using FranceTravail.Parcours.Outils;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Activities.Tests.EtapeNouvelle;

/// <summary>A new step is its folder, a template that holds it, and its tests: here all in this one folder.</summary>
public sealed class When_a_step_is_added
{
    private static readonly CatalogueEtapes Catalogue = new(typeof(CatalogueEtapes).Assembly, typeof(ParrainageEtape).Assembly);

    private readonly JsonObject etat = [];
    private readonly List<FaitProjete> faits = [];
    private EtatParcours Etat => VersionsEtat.Lire(etat);

    [Fact]
    public void Should_be_compiled_by_the_designer_with_its_default()
    {
        var compile = CompilateurModele.Compiler(Definition(), "essai", 1, Loi.Au(new(2026, 11, 26)), Catalogue);
        Assert.Empty(compile.Erreurs);
        Assert.Empty(compile.Modele!.Noeuds.Single(n => n.Type == ParrainageEtape.Type).Parametres);
        Assert.Equal("P21D", Catalogue.Trouver(ParrainageEtape.Type)!.Entrees.Single().Valeur(null, Loi.Au(new(2026, 11, 26))));
        Assert.Contains(CompilateurModele.Compiler(Definition(), "essai", 1, Loi.Au(new(2026, 11, 26))).Erreurs, e => e.Code == CodeErreur.EtapeInconnue);
    }

    [Fact]
    public void Should_be_entered_ask_its_partner_write_its_letter_and_be_left()
    {
        Decider(Evenement.Debut);
        Repondre(FranceTravailServices.Inscrire.Activite, new InscriptionFaite("FT-1"));
        Assert.Equal("noter-parrainage", Assert.Single(Etat.Taches.Values).Nature);

        var lettre = CourriersServices.Envoyer.Lire(Etat.Demandes.Values.Single(d => d.Activite == CourriersServices.Envoyer.Activite && d.Objet == "parrainage"));
        var redigee = Redacteur.Rediger(new ModelesLiquid(Catalogue), lettre, DossierDeDonnees.UneFiche(), null, null, Exemples.Maintenant);
        Assert.Equal("Un parrain vous attend", redigee.Objet);
        Assert.Equal("2026-01-26", lettre.Donnees["avantLe"]);
        Assert.Contains("vous la rencontrez au plus tard le lundi 26\u00a0janvier 2026.", redigee.Html, StringComparison.Ordinal);

        Repondre(ParrainageServices.Chercher.Activite, new ParrainageServices.ParrainTrouve("Camille"));
        Assert.Contains(faits, f => f.Phrase == "Parrain trouvé\u00a0: Camille.");

        var tache = Assert.Single(Etat.Taches.Values);
        Decider(Evenement.De(new Acte { Cle = "cle-1", TacheId = tache.TacheId, Geste = "faite", Acteur = new Acteur(tache.Responsable.Role, "c-9") }));
        Assert.Contains(faits, f => f.Code == "parrainage.rencontre");
        Assert.Equal(StatutEtape.Faite, Etat.Ruban["parrainage"].Statut);
    }

    [Fact]
    public void Should_bring_its_words_for_the_person()
    {
        Assert.Equal("Vous présenter une personne du métier", Catalogue.PourLaPersonne(ParrainageEtape.Noter));
        Assert.Equal("Une rencontre se prépare", Page(StatutEtape.EnCours).EnCours(d => d.Carte is not null) is { } etape ? Catalogue.Trouver(etape.Type)!.Carte!.Titre : null);
        Assert.Null(Page(StatutEtape.Faite).EnCours(d => d.Carte is not null));
        Assert.StartsWith("Vous rencontrez", Catalogue.Trouver(ParrainageEtape.Type)!.EnClair!(Loi.Au(new(2026, 11, 26))), StringComparison.Ordinal);
    }

    /// <summary>Its name is in no other file of the repository: the list of files that it touches is this folder.</summary>
    [Fact]
    public void Should_touch_one_folder()
    {
        string[] sortes = [".cs", ".razor", ".js", ".css", ".liquid", ".json", ".csproj", ".props", ".sln", ".md"];
        var touches = Directory.EnumerateFiles(Depot.Racine, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(f => Path.GetRelativePath(Depot.Racine, f).Replace('\\', '/'))
            .Where(f => sortes.Contains(Path.GetExtension(f)) && !f.Split('/').Intersect(["bin", "obj", ".git", "node_modules"]).Any())
            .Where(f => f.Contains("parrainage", StringComparison.OrdinalIgnoreCase) || File.ReadAllText(Path.Combine(Depot.Racine, f)).Contains("parrainage", StringComparison.OrdinalIgnoreCase))
            .Select(f => Path.GetDirectoryName(f)!.Replace('\\', '/')).Distinct();
        Assert.Equal(["tests/Activities.Tests/EtapeNouvelle"], touches);
    }

    /// <summary>The national journey with the step after the registration.</summary>
    private static string Definition()
    {
        var json = JsonNode.Parse(BibliothequeModeles.DefinitionNationale)!;
        json["root"]!["activities"]!.AsArray().Add(new JsonObject { ["id"] = "parrainage", ["type"] = ParrainageEtape.Type, ["version"] = 1 });
        var liens = json["root"]!["connections"]!.AsArray();
        var lien = liens.Single(l => (string)l!["source"]!["activity"]! == "inscription")!;
        var suite = (string)lien["target"]!["activity"]!;
        lien["target"]!["activity"] = "parrainage";
        liens.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = "parrainage", ["port"] = "Rencontre" },
            ["target"] = new JsonObject { ["activity"] = suite, ["port"] = "In" },
        });
        return json.ToJsonString();
    }

    /// <summary>What the page of the person reads, with the step in one state.</summary>
    private static VuePersonne Page(StatutEtape statut) => new()
    {
        Catalogue = Catalogue,
        Dossier = DossierDeDonnees.UneFiche(),
        Etapes = [new EtapeParcours { DossierId = "d1", NoeudId = "parrainage", Type = ParrainageEtape.Type, Titre = "Parrainage", Statut = statut }],
        AFaire = [],
        Dus = [],
        Paroles = Paroles.Aucune,
        Semaines = [],
        Courriers = [],
        NombreCourriers = 0,
    };

    private void Repondre(string activite, object valeur)
    {
        var demande = Etat.Demandes.Values.Single(d => d.Activite == activite);
        Decider(Evenement.De(demande, new Reponse { Valeur = JsonSerializer.SerializeToElement(valeur, ParcoursJson.Options) }));
    }

    private void Decider(Evenement evenement)
    {
        var modele = CompilateurModele.Compiler(Definition(), "essai", 1, Loi.Au(new(2026, 11, 26)), Catalogue).Modele!;
        var decision = new Deciseur(Catalogue, CalendriersCommunes.Nationaux, TableCompetence.Nationale).Decider(
            new DecisionDemandee
            {
                Demarrage = new DemarrageParcours { DossierId = "dossier-0001", Territoire = "rhone", Commune = "62510", ModeleId = "essai", ModeleVersion = 1, Situation = new SituationPersonne() },
                Etat = etat.Count == 0 ? null : etat,
                Evenement = evenement,
                Maintenant = Exemples.Maintenant,
                Numero = etat.Count == 0 ? 1 : Etat.Numero + 1,
                Acquis = 0,
                WorkflowId = "parcours-dossier-0001",
                RunId = "run",
            },
            modele,
            epoque: 1,
            new Personne());
        Assert.Null(decision.Refus);
        faits.AddRange(decision.Faits);
        Changements.Appliquer(etat, decision.Changements!);
    }

    private sealed class Personne : IReferents
    {
        public string? MoinsCharge(string territoire, OrganismeReferent organisme, Decideur? autorite) => null;

        public bool Existe(string territoire, OrganismeReferent organisme, Decideur? autorite) => true;

        public IReadOnlyList<string> Remplacants(string territoire, string conseillerId, OrganismeReferent organisme, Decideur? autorite, int combien) => [];

        public IReadOnlyList<LieuAccueil> Lieux(string territoire, OrganismeReferent organisme, Decideur? autorite) => [];

        public Agent? Trouver(string territoire, string conseillerId) => new(OrganismeReferent.FranceTravail, Decideur.FranceTravail, Encadrant: false);
    }
}
