using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Activities.Partenaires.Caf;
using FranceTravail.Parcours.Activities.Partenaires.FranceTravail;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Exceptions;
using Temporalio.Testing;

namespace FranceTravail.Parcours.Activities.Tests.Partenaires;

/// <summary>A 4xx is a human's business only when the partner itself decided, or when it lasts.</summary>
public sealed class RefusTests
{
    private const string Problem = "{\"status\":422,\"code\":\"dossier-non-inscrit\"}";
    private const string Html = "<html><h1>Not here</h1></html>";

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(422)]
    [InlineData(451)]
    public async Task When_the_partner_says_why_it_refuses_it_is_final_at_once(int status) =>
        Assert.True((await FailureAsync(status, "application/problem+json", Problem, attempt: 1) is ApplicationFailureException { NonRetryable: true }));

    [Theory]
    [InlineData(400, "text/html", Html)]
    [InlineData(404, "text/plain", "404 page not found")]
    [InlineData(404, "application/json", "{\"message\":\"no Route matched with those values\"}")]
    [InlineData(409, "text/html", Html)]
    [InlineData(413, "text/html", Html)]
    [InlineData(422, "application/problem+json", "{\"type\":\"about:blank\"}")]
    [InlineData(422, "application/problem+json", "{\"code\":")]
    [InlineData(422, "application/problem+json", "{\"code\":7}")]
    [InlineData(422, "application/problem+json", "")]
    [InlineData(401, "application/problem+json", Problem)]
    [InlineData(403, "application/problem+json", Problem)]
    [InlineData(407, "text/html", Html)]
    public async Task When_something_before_the_partner_may_have_answered_it_is_tried_again_for_a_while(int status, string type, string body)
    {
        Assert.Equal(status, Assert.IsType<PartenaireDouteuxException>(await FailureAsync(status, type, body, attempt: 1)).Statut);
        Assert.Equal(status, Assert.IsType<PartenaireDouteuxException>(await FailureAsync(status, type, body, 1_000, douteuses: RefusPartenaire.EssaisDouteux - 2)).Statut);
        var last = Assert.IsType<ApplicationFailureException>(await FailureAsync(status, type, body, RefusPartenaire.EssaisDouteux, douteuses: RefusPartenaire.EssaisDouteux - 1));
        Assert.Equal((true, Service.RefusDefinitif, $"Le partenaire « France Travail » a refusé la demande (réponse {status})."), (last.NonRetryable, last.ErrorType, last.Message));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task When_time_heals_it_the_call_is_tried_again_for_ever(int status) =>
        Assert.IsType<PartenaireIndisponibleException>(await FailureAsync(status, "application/problem+json", Problem, attempt: 1_000));

    [Fact]
    public async Task When_an_outage_was_long_its_tries_are_no_doubtful_answers()
    {
        Assert.Equal(1, await ComptesAsync(403, attempt: 1_000, douteuses: 0));
        Assert.Equal(4, await ComptesAsync(403, attempt: 1_000, douteuses: 3));

        // What did not answer says nothing: what was counted before stays as it was.
        Assert.Null(await ComptesAsync(503, attempt: 11, douteuses: 3));
    }

    [Fact]
    public async Task When_a_gateway_knows_no_address_nobody_is_told_that_the_partner_knows_no_reference()
    {
        await using var partner = await PartenaireFactice.DemarrerAsync("text/plain", "404 page not found", status: 404);
        await using var dossier = await DossierDeDonnees.PreparerAsync(partenaires: new PartenairesOptions { Adresse = partner.Address });
        await Assert.ThrowsAsync<PartenaireDouteuxException>(() => dossier.Services.GetRequiredService<CafClient>().LireDroitsAsync("1234567", default));
    }

    /// <summary>What is counted for the next try; null when nothing new is.</summary>
    private static async Task<int?> ComptesAsync(int status, int attempt, int douteuses)
    {
        int? comptees = null;
        Assert.IsAssignableFrom<PartenaireIndisponibleException>(await FailureAsync(status, "text/html", Html, attempt, douteuses, details => comptees = (int)details[0]!));
        return comptees;
    }

    private static async Task<Exception> FailureAsync(int status, string type, string body, int attempt, int douteuses = 0, Action<object?[]>? heartbeat = null)
    {
        await using var partner = await PartenaireFactice.DemarrerAsync(type, body, status);
        await using var dossier = await DossierDeDonnees.PreparerAsync(partenaires: new PartenairesOptions { Adresse = partner.Address });
        IReadOnlyCollection<Temporalio.Api.Common.V1.Payload> details = douteuses == 0 ? [] : [Temporalio.Converters.DataConverter.Default.PayloadConverter.ToPayload(douteuses)];
        var environment = new ActivityEnvironment { Info = ActivityEnvironment.DefaultInfo with { Attempt = attempt, HeartbeatDetails = details }, Heartbeater = heartbeat ?? (_ => { }) };
        return await Assert.ThrowsAnyAsync<Exception>(() => environment.RunAsync(() => dossier.Activites<FranceTravailActivities>().InscrireAsync(
            new Appel<InscriptionDemandee> { Cle = "d1/n1#1/inscription", DossierId = "d1", Contenu = new() { Territoire = "rhone" } })));
    }
}
