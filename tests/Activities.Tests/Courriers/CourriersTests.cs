using FranceTravail.Parcours.Activities.Courriers;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Activities.Tests.Partenaires;
using FranceTravail.Parcours.Host.Simulateurs.Pannes;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using Microsoft.EntityFrameworkCore;
using Temporalio.Exceptions;
using static FranceTravail.Parcours.Activities.Tests.Courriers.RedacteurTests;

namespace FranceTravail.Parcours.Activities.Tests.Courriers;

public sealed class CourriersTests
{
    [Fact]
    public async Task Should_file_record_and_send_a_letter()
    {
        await using var simulateurs = await AvecUneFiche();
        var envoye = await Envoyer(simulateurs, "inscription");
        Assert.StartsWith("DEPOT-", envoye.Preuve);
        Assert.NotNull(envoye.RecuLe);

        var courrier = await Seul(simulateurs);
        Assert.Equal((envoye.Preuve, envoye.RecuLe), (courrier.Preuve, courrier.RecuLe));
        Assert.Equal("Votre inscription est enregistrée", courrier.Objet);
        Assert.Equal(courrier.Empreinte, FichierCourrier.Empreinte(await File.ReadAllTextAsync(Chemin(simulateurs, courrier))));
    }

    [Fact]
    public async Task When_the_same_letter_is_asked_at_once_and_again_it_is_sent_once()
    {
        await using var simulateurs = await AvecUneFiche();
        var sent = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Envoyer(simulateurs, "inscription"))));
        Assert.Single(sent.Select(s => s.Preuve).Distinct());
        Assert.Equal(sent[0].Preuve, (await Envoyer(simulateurs, "inscription")).Preuve);

        var courrier = await Seul(simulateurs);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Chemin(simulateurs, courrier))!));
        Assert.Equal(1, Assert.Single((await simulateurs.EffetsAsync()).Cles).Effets);
    }

    [Fact]
    public async Task When_it_stopped_between_the_file_and_the_row_the_next_try_goes_on()
    {
        await using var simulateurs = await AvecUneFiche();
        await simulateurs.ReglerAsync("Messages", new Reglage(TauxErreur: 1));
        await Assert.ThrowsAsync<PartenaireIndisponibleException>(() => Envoyer(simulateurs, "inscription"));
        await using (var db = simulateurs.Dossier.Ouvrir())
        {
            await db.Courriers.ExecuteDeleteAsync();
        }

        await simulateurs.ReglerAsync("Messages", new Reglage());
        await Envoyer(simulateurs, "inscription");
        var courrier = await Seul(simulateurs);
        Assert.Equal(courrier.Empreinte, FichierCourrier.Empreinte(await File.ReadAllTextAsync(Chemin(simulateurs, courrier))));
    }

    [Fact]
    public async Task When_the_file_was_torn_the_next_try_writes_it_again()
    {
        await using var simulateurs = await AvecUneFiche();
        await simulateurs.ReglerAsync("Messages", new Reglage(TauxErreur: 1));
        await Assert.ThrowsAsync<PartenaireIndisponibleException>(() => Envoyer(simulateurs, "inscription"));
        var path = Chemin(simulateurs, await Seul(simulateurs));
        await File.WriteAllTextAsync(path, "<!doc");

        await simulateurs.ReglerAsync("Messages", new Reglage());
        await Envoyer(simulateurs, "inscription");
        Assert.Equal((await Seul(simulateurs)).Empreinte, FichierCourrier.Empreinte(await File.ReadAllTextAsync(path)));
    }

    [Fact]
    public async Task When_the_answer_is_lost_and_the_person_moves_what_was_handed_over_stays_as_it_was()
    {
        await using var simulateurs = await AvecUneFiche();
        await simulateurs.ReglerAsync("Messages", new Reglage(TauxReponsePerdue: 1));
        await Assert.ThrowsAsync<PartenaireIndisponibleException>(() => Envoyer(simulateurs, "inscription"));
        var remis = await Seul(simulateurs);
        var texte = await File.ReadAllBytesAsync(Chemin(simulateurs, remis));
        await DemenagerAsync(simulateurs);

        await simulateurs.ReglerAsync("Messages", new Reglage());
        Assert.Equal("DEPOT-00000001", (await Envoyer(simulateurs, "inscription")).Preuve);
        var prouve = await Seul(simulateurs);
        Assert.Equal(texte, await File.ReadAllBytesAsync(Chemin(simulateurs, prouve)));
        Assert.Equal((remis.Empreinte, "DEPOT-00000001"), (prouve.Empreinte, prouve.Preuve));
    }

    [Fact]
    public async Task When_the_file_is_lost_and_the_person_moves_the_row_says_what_is_sent()
    {
        await using var simulateurs = await AvecUneFiche();
        await simulateurs.ReglerAsync("Messages", new Reglage(TauxErreur: 1));
        await Assert.ThrowsAsync<PartenaireIndisponibleException>(() => Envoyer(simulateurs, "inscription"));
        var perdu = await Seul(simulateurs);
        File.Delete(Chemin(simulateurs, perdu));
        await DemenagerAsync(simulateurs);
        await using (var db = simulateurs.Dossier.Ouvrir())
        {
            await db.Courriers.ExecuteUpdateAsync(c => c.SetProperty(x => x.Objet, "Un objet d’avant"));
        }

        await simulateurs.ReglerAsync("Messages", new Reglage());
        await Envoyer(simulateurs, "inscription");
        var courrier = await Seul(simulateurs);
        Assert.NotEqual(perdu.Empreinte, courrier.Empreinte);
        Assert.Equal((FichierCourrier.Empreinte(await File.ReadAllTextAsync(Chemin(simulateurs, courrier))), "Votre inscription est enregistrée"), (courrier.Empreinte, courrier.Objet));
    }

    [Fact]
    public async Task When_the_answer_is_lost_the_letter_is_not_sent_twice()
    {
        await using var simulateurs = await AvecUneFiche();
        await simulateurs.ReglerAsync("Messages", new Reglage(TauxReponsePerdue: 1));
        await Assert.ThrowsAsync<PartenaireIndisponibleException>(() => Envoyer(simulateurs, "inscription"));
        await simulateurs.ReglerAsync("Messages", new Reglage());
        Assert.Equal("DEPOT-00000001", (await Envoyer(simulateurs, "inscription")).Preuve);
        Assert.Equal(1, Assert.Single((await simulateurs.EffetsAsync()).Cles).Effets);
    }

    [Theory]
    [InlineData("inconnu", "d1", CourriersActivities.CourrierImpossible)]
    [InlineData("inscription", "../../etc", CourriersActivities.CourrierImpossible)]
    public async Task When_it_can_never_be_sent_it_is_not_tried_again(string code, string dossier, string type)
    {
        await using var simulateurs = await AvecUneFiche();
        var error = await Assert.ThrowsAsync<ApplicationFailureException>(
            () => simulateurs.Dossier.Activites<CourriersActivities>().EnvoyerAsync(Appel(code, dossier)));
        Assert.Equal((type, true), (error.ErrorType, error.NonRetryable));
        Assert.False(Directory.Exists(simulateurs.Dossier.Options.CourriersDirectory));
    }

    [Fact]
    public async Task When_the_store_does_not_hold_the_dossier_it_is_tried_again()
    {
        await using var simulateurs = await AvecUneFiche();
        var error = await Assert.ThrowsAsync<ApplicationFailureException>(
            () => simulateurs.Dossier.Activites<CourriersActivities>().EnvoyerAsync(Appel("inscription", "absent")));
        Assert.Equal((DossierInconnu.Type, false), (error.ErrorType, error.NonRetryable));
    }

    private static async Task<Simulateurs> AvecUneFiche()
    {
        var simulateurs = await Simulateurs.DemarrerAsync();
        await simulateurs.Dossier.EcrireAsync(DossierDeDonnees.UneFiche());
        return simulateurs;
    }

    private static async Task DemenagerAsync(Simulateurs simulateurs)
    {
        await using var db = simulateurs.Dossier.Ouvrir();
        (await db.Dossiers.SingleAsync()).Contact.Adresse = "2 rue Neuve";
        await db.SaveChangesAsync();
    }

    private static Task<CourrierEnvoye> Envoyer(Simulateurs simulateurs, string code) =>
        simulateurs.Dossier.Activites<CourriersActivities>().EnvoyerAsync(Appel(code));

    private static Appel<EnvoiCourrier> Appel(string code, string dossier = "d1") => new() { Cle = $"{dossier}/accompagnement@1/n1#1/{code}", DossierId = dossier, Contenu = UnEnvoi(code) };

    private static async Task<Courrier> Seul(Simulateurs simulateurs)
    {
        await using var db = simulateurs.Dossier.Ouvrir();
        return await db.Courriers.AsNoTracking().SingleAsync();
    }

    private static string Chemin(Simulateurs simulateurs, Courrier courrier) => Path.Combine(simulateurs.Dossier.Options.CourriersDirectory, courrier.Fichier);
}
