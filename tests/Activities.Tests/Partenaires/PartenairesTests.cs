using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Activities.Partenaires.Caf;
using FranceTravail.Parcours.Activities.Partenaires.FranceTravail;
using FranceTravail.Parcours.Host.Simulateurs.Pannes;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Tests.Partenaires;

public sealed class PartenairesTests
{
    [Fact]
    public async Task Should_read_rights_by_reference()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync();
        var caf = simulateurs.Dossier.Services.GetRequiredService<CafClient>();
        var droits = await caf.LireDroitsAsync("1234567", default);
        Assert.Equal(droits, await caf.LireDroitsAsync("1234567", default));
        Assert.NotNull(droits);
        Assert.InRange(droits.Identite.DateNaissance.Year, 1960, 2010);
        Assert.True(droits.Foyer.Personnes >= 1);
        Assert.Null(await caf.LireDroitsAsync("9000001", default));
        await Assert.ThrowsAsync<ArgumentException>(() => caf.LireDroitsAsync("12345", default));
    }

    [Fact]
    public async Task When_answers_are_lost_each_demand_still_has_one_effect()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync();
        await simulateurs.ReglerAsync("FranceTravail", new Reglage(TauxErreur: 0.2, TauxReponsePerdue: 0.4));
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => AsTemporalDoesAsync(() => Activites(simulateurs).InscrireAsync(UneInscription($"d{i}")))));

        var effets = await simulateurs.EffetsAsync();
        Assert.Equal(30, effets.Cles.Count);
        Assert.All(effets.Cles, e => Assert.Equal(1, e.Effets));
        Assert.Contains(effets.Cles, e => e.Appels > 1);
    }

    [Fact]
    public async Task When_the_answer_comes_after_the_timeout_the_effect_is_not_done_again()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(delaiParEssai: TimeSpan.FromMilliseconds(300));
        await simulateurs.ReglerAsync("FranceTravail", new Reglage(LatenceMs: 60_000));
        await Assert.ThrowsAsync<PartenaireIndisponibleException>(() => Activites(simulateurs).InscrireAsync(UneInscription("d1")));

        await simulateurs.ReglerAsync("FranceTravail", new Reglage());
        Assert.NotEmpty((await Activites(simulateurs).InscrireAsync(UneInscription("d1"))).Identifiant);
        var effet = Assert.Single((await simulateurs.EffetsAsync()).Cles);
        Assert.Equal(1, effet.Effets);
        Assert.True(effet.Appels >= 3);
    }

    [Fact]
    public async Task When_a_partner_refuses_it_is_not_tried_again_and_the_message_is_french()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync();
        var error = await Assert.ThrowsAsync<ApplicationFailureException>(() => Activites(simulateurs).TransmettreOrientationAsync(new Appel<OrientationTransmise>
        {
            Cle = "d1/n1#1/orientation",
            DossierId = "d1",
            Contenu = new() { Parcours = TypeParcours.Social, Organisme = OrganismeReferent.ConseilDepartemental },
        }));
        Assert.True(error.NonRetryable);
        Assert.Equal(Service.RefusDefinitif, error.ErrorType);
        Assert.Equal("Le partenaire « France Travail » a refusé la demande (réponse 422).", error.Message);
    }

    [Fact]
    public async Task When_a_partner_is_away_the_call_may_be_tried_again()
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync();
        var error = await Assert.ThrowsAsync<PartenaireIndisponibleException>(
            () => dossier.Activites<FranceTravailActivities>().InscrireAsync(UneInscription("d1")));
        Assert.Equal("France Travail", error.Partenaire);
    }

    [Theory]
    [InlineData("application/json", "")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "{\"identifiant\":")]
    [InlineData("application/json", "{}")]
    [InlineData("application/json", "{\"identifiant\":null}")]
    [InlineData("application/json", "[]")]
    [InlineData("text/html", "<html>")]
    [InlineData("application/json; charset=nulle-part", "{\"identifiant\":\"1\"}")]
    public async Task When_the_answer_is_malformed_the_call_may_be_tried_again(string type, string body)
    {
        await using var partner = await PartenaireFactice.DemarrerAsync(type, body);
        await using var dossier = await DossierDeDonnees.PreparerAsync(partenaires: new PartenairesOptions { Adresse = partner.Address });
        await Assert.ThrowsAsync<PartenaireIndisponibleException>(() => dossier.Activites<FranceTravailActivities>().InscrireAsync(UneInscription("d1")));
    }

    private static FranceTravailActivities Activites(Simulateurs simulateurs) => simulateurs.Dossier.Activites<FranceTravailActivities>();

    /// <summary>Tries again, after a pause, what may be tried again, as the activity's retry policy does.</summary>
    internal static async Task<T> AsTemporalDoesAsync<T>(Func<Task<T>> activity)
    {
        for (var left = 300; ; left--)
        {
            try
            {
                return await activity();
            }
            catch (PartenaireIndisponibleException) when (left > 0)
            {
                await Task.Delay(200);
            }
        }
    }

    private static Appel<InscriptionDemandee> UneInscription(string dossier) =>
        new() { Cle = $"{dossier}/n1#1/inscription", DossierId = dossier, Contenu = new() { Territoire = "rhone" } };
}
