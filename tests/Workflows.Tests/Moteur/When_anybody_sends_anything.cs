using System.Text.Json;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Tests.Fils;
using Google.Protobuf;
using NodaTime;
using NodaTime.Extensions;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Workflows.Tests.Moteur;

/// <summary>
/// Every client of the service can send anything under the names of the journey. Each part of each message is left out, emptied or replaced by
/// what it is not: an act is refused in French, a signal is dropped and said, and the journey and its threads go on.
/// </summary>
public class When_anybody_sends_anything
{
    private const string Fil = "fil-1-1";

    private static readonly string[] Remplacants =
        ["null", "42", "\"\"", "\"x\"", "\"x\\u0000\"", "[]", "{}", "[null]", "\"9998-12-31T23:59:59Z\"", $"\"{NomsParcours.FilPrincipal}\""];

    /// <summary>The second thread leaves forty days to answer; all else is the least.</summary>
    private static readonly int[] Hasard = [.. Enumerable.Range(0, 20).Select(i => i == 4 ? 39 : 0)];

    [Fact]
    public async Task Should_refuse_in_French_every_act_that_is_not_one()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.OrienterAsync();
        await scene.TacheAsync("confirmer-rendez-vous");
        await scene.CalmeAsync();
        var acte = Json(new Acte
        {
            Cle = "cle-x",
            TacheId = "aucune",
            Geste = "confirmer",
            Acteur = new(RoleActeur.Personne, scene.DossierId),
            Valeurs = new Dictionary<string, string> { ["motif"] = "x" },
        });
        var donnees = Json(new Acte
        {
            Cle = "cle-y",
            Acteur = Acteur.Import,
            Donnees = new()
            {
                Reference = "reference-1",
                Lesquelles = [DonneePersonne.Commune, DonneePersonne.Allocation],
                Source = SourceDonnees.Import,
                Rsa = true,
                Commune = "62510",
                Territoire = "pas-de-calais",
                RecuesLe = scene.Maintenant.ToInstant(),
            },
        });
        foreach (var (envoi, rang) in Deformes(acte).Concat(Deformes(donnees)).Select((e, i) => (e, i)))
        {
            if (await RefusAsync(scene, Cle(envoi, $"cle-d{rang}")) is { } refus)
            {
                Assert.True(refus.ErrorType == NomsParcours.ActeRefuse, $"{envoi?.ToJsonString()} : {refus.Message}");
            }
        }

        await BienPortantAsync(scene.Poignee);
        await scene.AgirAsync("confirmer-rendez-vous", "confirmer");
    }

    [Fact]
    public async Task Should_drop_every_signal_that_is_not_one_and_say_so()
    {
        await using var scene = await Scene.OuvrirAsync(modele: TroisFils.Modele(Hasard, separe: true), catalogue: TroisFils.Catalogue);
        await scene.OrienterAsync();
        await scene.TacheAsync("confirmer-rendez-vous");
        await scene.OuvrirFilAsync("fil-1", RoleActeur.Conseiller, "c-1");
        await scene.TacheAsync("instruire");
        var fil = scene.Client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(scene.DossierId, Fil));
        foreach (var envoi in Deformes(Json(new FinDeFil("inconnu", "fil-1-fin"))))
        {
            await scene.Poignee.SignalAsync(NomsParcours.SignalFinDeFil, [envoi]);
        }

        foreach (var envoi in Deformes(Json(Partage(scene))))
        {
            await fil.SignalAsync(NomsParcours.SignalPartage, [envoi]);
        }

        foreach (var poignee in new[] { scene.Poignee, fil })
        {
            await poignee.SignalAsync(NomsParcours.SignalFinDeFil, [new FinDeFil("inconnu", "fil-1-fin")]);
            await poignee.SignalAsync(NomsParcours.SignalPartage, [Partage(scene)]);
            await poignee.SignalAsync(NomsParcours.SignalFinDeFil, []);
            await poignee.SignalAsync(NomsParcours.SignalFinDeFil, [Abime]);
            await poignee.SignalAsync(NomsParcours.SignalPartage, [Abime]);
        }

        await scene.AgirAsync("confirmer-rendez-vous", "confirmer");
        var tache = await scene.TacheAsync("instruire");
        await fil.ExecuteUpdateAsync(w => w.AgirAsync(scene.Acte(tache, "suite")));
        await fil.GetResultAsync();
        await scene.JusquaAsync(async () => (await scene.AvancementAsync())!.Fils.All(f => !f.Separe), "end of the thread");
        await BienPortantAsync(scene.Poignee);
        await BienPortantAsync(fil);
        Assert.Contains(scene.Journal, l => l.Contains("Signal FinDeFil is dropped: FinDeFil.FilId", StringComparison.Ordinal));
        Assert.Contains(scene.Journal, l => l.Contains("Signal Partage is dropped: Partage.Dossier.Lieu", StringComparison.Ordinal));
        Assert.Contains(scene.Journal, l => l.Contains("Signal fin changes nothing", StringComparison.Ordinal));
        Assert.Contains(scene.Journal, l => l.Contains("Signal partage changes nothing", StringComparison.Ordinal));
    }

    /// <summary>One that could never decide anything would be tried for ever, and hold the clock of a sandbox.</summary>
    [Fact]
    public async Task Should_end_at_once_a_run_that_is_of_no_stream()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.TacheAsync("decider-orientation");
        var sien = (await ParcoursDataConverter.Instance.ToValueAsync<DemarrageParcours>(
            (await scene.Poignee.FetchHistoryAsync()).Events.First().WorkflowExecutionStartedEventAttributes.Input.Payloads_[0]))!;
        var depose = new WorkflowOptions(NomsParcours.IdWorkflow("dossier-0002"), NomsParcours.FileDeTaches);
        depose.SignalWithStart(NomsParcours.SignalFinDeFil, [new FinDeFil("inconnu", "fil-1-fin")]);
        foreach (var (entree, options) in new (object?[], WorkflowOptions)[]
        {
            ([], new(NomsParcours.IdWorkflow("dossier-0003"), NomsParcours.FileDeTaches)),
            ([null], new(NomsParcours.IdWorkflow("dossier-0003"), NomsParcours.FileDeTaches)),
            (["illisible"], new(NomsParcours.IdWorkflow("dossier-0003"), NomsParcours.FileDeTaches)),
            ([new { }], new(NomsParcours.IdWorkflow("dossier-0003"), NomsParcours.FileDeTaches)),
            ([Abime], new(NomsParcours.IdWorkflow("dossier-0003"), NomsParcours.FileDeTaches)),
            ([sien], new(NomsParcours.IdWorkflow("dossier-0003"), NomsParcours.FileDeTaches)),
            ([sien], new("ailleurs", NomsParcours.FileDeTaches)),
            ([sien], depose),
        })
        {
            var lance = await scene.Client.StartWorkflowAsync(NomsParcours.Workflow, entree, options);
            var echec = await Assert.ThrowsAsync<WorkflowFailedException>(() => lance.GetResultAsync().WaitAsync(TimeSpan.FromSeconds(30)));
            Assert.Equal(NomsParcours.DemarrageEtranger, Assert.IsType<ApplicationFailureException>(echec.InnerException).ErrorType);
        }

        await BienPortantAsync(scene.Poignee);
    }

    /// <summary>PostgreSQL keeps no NUL: a decision on one would fail at each try.</summary>
    [Fact]
    public void Should_take_no_text_that_no_store_keeps()
    {
        var acte = new Acte { Cle = "cle-1", TacheId = "t", Geste = "g", Acteur = Acteur.Import, Valeurs = new Dictionary<string, string> { ["motif"] = "x" } };
        Assert.Null(Entrees.Defaut(acte, "Acte"));
        Assert.Equal("Acte.Cle", Entrees.Defaut(acte with { Cle = "cle\0" }, "Acte"));
        Assert.NotNull(Entrees.Defaut(acte with { Valeurs = new Dictionary<string, string> { ["motif"] = "\0" } }, "Acte"));
    }

    /// <summary>What is dropped weighs too: a history of it alone would end as the service ends one that is too long.</summary>
    [Fact]
    public async Task Should_go_on_in_a_run_of_its_own_when_what_it_drops_has_become_heavy()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.TacheAsync("decider-orientation");
        await scene.CalmeAsync();
        var premier = (await scene.Poignee.DescribeAsync()).RunId;
        for (var i = 0; i < 5; i++)
        {
            await scene.Poignee.SignalAsync(NomsParcours.SignalFinDeFil, [Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(15_000))]);
        }

        await scene.JusquaAsync(async () => (await scene.Poignee.DescribeAsync()).RunId != premier, "a new run");
        await scene.OrienterAsync();
        await BienPortantAsync(scene.Poignee);
    }

    /// <summary>It says that it is compressed, and is not.</summary>
    private static RawValue Abime { get; } = new(new Payload { Metadata = { ["encoding"] = ByteString.CopyFromUtf8("binary/zstd-parcours-1") }, Data = ByteString.CopyFromUtf8("abîmé") });

    private static DossierPartage Partage(Scene scene) => new()
    {
        FilId = Fil,
        Rang = new(scene.Maintenant.ToInstant(), 1),
        Personne = new() { Rsa = true, Freins = [new(Frein.Logement, IntensiteFrein.Fort)] },
        Dossier = new()
        {
            Lieu = new("62510", "pas-de-calais"),
            InscritLe = new LocalDate(2026, 10, 8),
            Organisme = OrganismeReferent.FranceTravail,
            OrienteePar = Decideur.FranceTravail,
            OrienteeLe = scene.Maintenant.ToInstant(),
            Contrat = new()
            {
                ContratId = "contrat-1",
                Version = 1,
                Statut = StatutContrat.Propose,
                HeuresParSemaine = 15,
                ProposeLe = scene.Maintenant.ToInstant(),
                ASignerAvantLe = new LocalDate(2026, 11, 8),
                Lignes = [new() { Ordre = 1, Cote = CoteContrat.Personne, Nature = "formation", Libelle = "Formation" }],
            },
        },
    };

    /// <summary>No task of it ever failed by what was sent; so many signals at once have the service close one.</summary>
    private static async Task BienPortantAsync(WorkflowHandle poignee) =>
        Assert.DoesNotContain((await poignee.FetchHistoryAsync()).Events, e => e.WorkflowTaskFailedEventAttributes?.Cause is WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure);

    private static async Task<ApplicationFailureException?> RefusAsync(Scene scene, JsonNode? envoi)
    {
        try
        {
            await scene.Poignee.ExecuteUpdateAsync<ResultatActe>(NomsParcours.MiseAJourAgir, [envoi]);
            return null;
        }
        catch (WorkflowUpdateFailedException refuse)
        {
            return Assert.IsType<ApplicationFailureException>(refuse.InnerException);
        }
    }

    /// <summary>Unless its key is what is wrong with it, each has one of its own: the same would get the same answer.</summary>
    private static JsonNode? Cle(JsonNode? envoi, string cle)
    {
        if (envoi is JsonObject objet && objet["cle"]?.ToJsonString() is "\"cle-x\"" or "\"cle-y\"")
        {
            ((JsonObject)envoi!)["cle"] = cle;
        }

        return envoi;
    }

    private static JsonNode Json<T>(T valeur) => JsonSerializer.SerializeToNode(valeur, ParcoursJson.Options)!;

    /// <summary>The message with each of its parts left out, then replaced; and itself replaced.</summary>
    private static IEnumerable<JsonNode?> Deformes(JsonNode message)
    {
        foreach (var remplacant in Remplacants)
        {
            yield return JsonNode.Parse(remplacant);
        }

        foreach (var chemin in Chemins(message, []))
        {
            yield return Changer(message, chemin, Oter);
            foreach (var remplacant in Remplacants)
            {
                yield return Changer(message, chemin, (porteur, cle) => Mettre(porteur, cle, JsonNode.Parse(remplacant)));
            }
        }
    }

    private static void Oter(JsonNode porteur, object cle)
    {
        if (porteur is JsonObject objet)
        {
            objet.Remove((string)cle);
        }
        else
        {
            porteur.AsArray().RemoveAt((int)cle);
        }
    }

    private static void Mettre(JsonNode porteur, object cle, JsonNode? valeur)
    {
        if (porteur is JsonObject objet)
        {
            objet[(string)cle] = valeur;
        }
        else
        {
            porteur[(int)cle] = valeur;
        }
    }

    private static JsonNode Changer(JsonNode message, object[] chemin, Action<JsonNode, object> changer)
    {
        var copie = message.DeepClone();
        changer(chemin[..^1].Aggregate(copie, (n, c) => c is string nom ? n[nom]! : n[(int)c]!), chemin[^1]);
        return copie;
    }

    private static IEnumerable<object[]> Chemins(JsonNode? noeud, object[] ici)
    {
        var enfants = noeud switch
        {
            JsonObject objet => objet.Select(p => ((object)p.Key, p.Value)),
            JsonArray liste => liste.Select((v, i) => ((object)i, v)),
            _ => [],
        };
        foreach (var (cle, valeur) in enfants)
        {
            object[] chemin = [.. ici, cle];
            yield return chemin;
            foreach (var dedans in Chemins(valeur, chemin))
            {
                yield return dedans;
            }
        }
    }
}
