using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Tests.Parcours;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Imports;

/// <summary>New, equal, different, started, waiting: the bar comes to its end and not beyond.</summary>
public class When_an_import_shows_its_progress(RouteFixture route) : IClassFixture<RouteFixture>
{
    private const string Entete = "reference;nom;prenom;date_naissance;commune;telephone";

    [Fact]
    public async Task Should_end_at_the_end()
    {
        string[] rows = ["R1;Kaba;Ana;01/02/1992;62510;06 12 34 56 78", "R2;Petit;Jean;03/04/1991;62510;", "R3;Roux;Lia;05/06/1990;62510;"];
        await ImportAsync(rows[..2]);
        await using (var db = route.Dossiers())
        {
            db.Dossiers.Single(d => d.ReferenceImport == "R1").Statut = StatutDossier.Ouvert;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await ImportAsync([rows[0].Replace("78", "79", StringComparison.Ordinal), rows[1], rows[2]]);
    }

    private async Task ImportAsync(string[] rows)
    {
        await using var db = route.Dossiers();
        var plan = await Planificateur.PlanifierAsync(db, Fichiers.Lire([Entete, .. rows]).Lignes, new HashSet<string>(), TestContext.Current.CancellationToken);
        var import = ActivatorUtilities.CreateInstance<Importateur>(
            route.Services, ActivatorUtilities.CreateInstance<Inscripteur>(route.Services), ActivatorUtilities.CreateInstance<ReceptionDonnees>(route.Services));
        var steps = 0;
        await import.ImporterAsync(plan, done => Interlocked.Add(ref steps, done), TestContext.Current.CancellationToken);
        Assert.Equal(Importateur.Etapes(plan), steps);
    }
}
