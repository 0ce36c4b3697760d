using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>Silence is the engine's until somebody is answered: then it is the dossier's own, which rests, and nobody waits behind it.</summary>
public class When_some_dossiers_are_silent(RouteFixture route) : IClassFixture<RouteFixture>
{
    private const string Personne = "personne-n-ecoute";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Echecs Echecs => route.Services.GetRequiredService<Echecs>();

    [Fact]
    public async Task Should_ask_those_behind_them_next_and_note_them_once_these_are_answered()
    {
        var (tournee, asked) = (new Tournee("essai", Echecs, NullLogger.Instance), new List<string>());
        Task RoundAsync() => tournee.FaireAsync(["d", "b", "a", "c"], Ask, "illisible", Stop);
        Task<ReponseMoteur> Ask(string id, CancellationToken stop)
        {
            asked.Add(id);
            return Task.FromResult<ReponseMoteur>(id == "d" ? new ReponseMoteur.Fait("") : new ReponseMoteur.SansReponse());
        }

        await RoundAsync();
        Assert.Equal(["a", "b", "c"], asked);
        Assert.Empty(await NotesAsync("essai"));
        await RoundAsync();
        Assert.Equal(["a", "b", "c", "d", "a", "b", "c"], asked);
        Assert.Equal(["a", "b", "c"], await NotesAsync("essai"));
        await RoundAsync();
        Assert.Equal("d", asked[^1]);
        Assert.Equal(8, asked.Count);
    }

    [Fact]
    public async Task Should_note_and_rest_one_that_refuses_and_one_that_cannot_be_asked_for()
    {
        var (tournee, asked) = (new Tournee("refus", Echecs, NullLogger.Instance), new List<string>());
        for (var round = 0; round < 2; round++)
        {
            await tournee.FaireAsync(["a", "b"], Ask, "illisible", Stop);
        }

        Assert.Equal(["a", "b"], asked);
        Assert.Equal(["a", "b"], await NotesAsync("refus"));

        Task<ReponseMoteur> Ask(string id, CancellationToken stop)
        {
            asked.Add(id);
            return id == "a" ? Task.FromResult<ReponseMoteur>(new ReponseMoteur.Refuse("Non.")) : throw new InvalidDataException();
        }
    }

    [Fact]
    public async Task Should_have_data_behind_three_of_them_arrive()
    {
        foreach (var id in (string[])["a", "b", "c"])
        {
            await EnAttenteAsync(id, Personne);
        }

        await EnAttenteAsync("d", NomsParcours.FileDeTaches);
        using var envoi = ActivatorUtilities.CreateInstance<EnvoiDonnees>(route.Services);
        await route.AvecWorkerAsync(async () =>
        {
            await envoi.TournerAsync(Stop);
            await envoi.TournerAsync(Stop);
            return 0;
        });

        await using var db = route.Dossiers();
        Assert.Equal(["a", "b", "c"], await db.Donnees.Where(d => d.EnAttente).Select(d => d.DossierId).Order().ToListAsync(Stop));
        Assert.Equal(["a", "b", "c"], await NotesAsync(EnvoiDonnees.Service));
    }

    /// <summary>Somebody whose journey runs, and whose data wait for it.</summary>
    private async Task EnAttenteAsync(string id, string file)
    {
        var valeurs = new Dictionary<string, string> { [nameof(DonneePersonne.Telephone)] = "06 12 34 56 78" };
        await using var db = route.Dossiers();
        var open = Tests.Web.Dossiers.Open("Attente", 1);
        db.AddRange(
            new Dossier
            {
                Id = id,
                Nom = open.Nom,
                Prenom = open.Prenom,
                DateNaissance = open.DateNaissance,
                CommuneInsee = open.CommuneInsee,
                Territoire = open.Territoire,
                SituationJson = open.SituationJson,
                ModeleId = open.ModeleId,
                ModeleVersion = open.ModeleVersion,
                Statut = StatutDossier.Ouvert,
                InscritLe = open.InscritLe,
            },
            new DonneesRecues
            {
                DossierId = id,
                Id = Guid.NewGuid().ToString("n"),
                Apres = id,
                Valeurs = valeurs,
                Empreinte = DonneesRecues.EmpreinteDe(valeurs),
                Source = SourceDonnees.Import,
                EnAttente = true,
                RecuesLe = open.InscritLe,
            });
        await db.SaveChangesAsync(Stop);
        await route.Client.StartWorkflowAsync(
            NomsParcours.Workflow,
            [new DemarrageParcours { DossierId = id, Territoire = open.Territoire, Commune = "62510", ModeleId = "national", ModeleVersion = 1, Situation = new() }],
            new(NomsParcours.IdWorkflow(id), file));
    }

    private async Task<IEnumerable<string>> NotesAsync(string service) =>
        (await Echecs.TousAsync(Stop)).Where(e => e.Service == service).Select(e => e.DossierId).Order();
}
