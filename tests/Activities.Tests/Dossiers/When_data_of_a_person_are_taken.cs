using System.Text.Json;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using static FranceTravail.Parcours.Activities.Tests.Dossiers.Decisions;
using static FranceTravail.Parcours.Activities.Tests.Exemples;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers;

/// <summary>What the journey takes comes into force with its decision; the values are in the store alone.</summary>
public sealed class When_data_of_a_person_are_taken
{
    private const string Telephone = "06 99 99 99 99";

    [Theory, SurChaqueMagasin]
    public async Task Should_show_them_with_the_decision_and_keep_them_out_of_it(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        var premiere = await DeciderAsync(dossier, Debut());
        await dossier.EcrireAsync(Recues("r1", "d1", (DonneePersonne.Telephone, Telephone), (DonneePersonne.Commune, "69266"), (DonneePersonne.PersonnesFoyer, "3")));
        await using (var db = dossier.Ouvrir())
        {
            Assert.Null((await db.Dossiers.SingleAsync()).Contact.Telephone);
        }

        var decision = await DeciderAsync(dossier, Suite(premiere, Evenement.De(Acte("r1"))));
        Assert.DoesNotContain(Telephone, JsonSerializer.Serialize(decision, ParcoursJson.Options), StringComparison.Ordinal);
        await using var apres = dossier.Ouvrir();
        Assert.Equal((Telephone, "69266", 3, "r1"), (await apres.Dossiers.SingleAsync()) is var d ? (d.Contact.Telephone, d.CommuneInsee, d.Foyer.Personnes, d.DonneesId) : default);
        Assert.False((await apres.Donnees.SingleAsync(x => x.Id == "r1")).EnAttente);
        Assert.Equal(["donnees.changees"], (await apres.Faits.Where(f => f.Decision == decision.Numero).ToListAsync()).Select(f => f.Code).Order());
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_go_back_to_those_of_the_registration_when_the_histories_do(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        var premiere = await DeciderAsync(dossier, Debut());
        await dossier.EcrireAsync(Recues("r1", "d1", (DonneePersonne.Telephone, Telephone), (DonneePersonne.Commune, "69266")));
        await DeciderAsync(dossier, Suite(premiere, Evenement.De(Acte("r1"))));
        await using var db = dossier.Ouvrir();
        var fiche = await db.Dossiers.SingleAsync();
        await ImageFlux.TracerAsync(new LignesEnBase(db), fiche, new HistoireFlux(Debut().Demarrage, [("run-1", 0)], [premiere]));
        Assert.Equal((null, "69123", "d1"), (fiche.Contact.Telephone, fiche.CommuneInsee, fiche.DonneesId));
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_be_refused_when_the_store_no_longer_has_them(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        var premiere = await DeciderAsync(dossier, Debut());
        var refus = (await DeciderAsync(dossier, Suite(premiere, Evenement.De(Acte("r1"))))).Refus!;
        Assert.StartsWith("Ces données ne sont plus dans la base", refus, StringComparison.Ordinal);
        await using var db = dossier.Ouvrir();
        Assert.Equal(1, (await db.Flux.SingleAsync()).Numero);
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_be_one_row_when_the_same_is_said_twice_of_the_same(Magasin magasin)
    {
        await using var dossier = await PreparerAsync(magasin);
        await dossier.EcrireAsync(Recues("r1", "d1", (DonneePersonne.Telephone, Telephone)));
        var twice = await Assert.ThrowsAsync<DossiersException>(() => dossier.EcrireAsync(Recues("r2", "d1", (DonneePersonne.Telephone, Telephone))));
        Assert.Equal(MotifDossiers.DejaLa, twice.Motif);
        await dossier.EcrireAsync(Recues("r3", "r1", (DonneePersonne.Telephone, Telephone)), Recues("r4", "d1", (DonneePersonne.Telephone, "06 11 11 11 11")));
    }

    internal static DonneesRecues Recues(string id, string apres, params (DonneePersonne Donnee, string Valeur)[] valeurs)
    {
        var noms = valeurs.ToDictionary(v => v.Donnee.ToString(), v => v.Valeur);
        return new()
        {
            DossierId = "d1",
            Id = id,
            Apres = apres,
            Valeurs = noms,
            Empreinte = DonneesRecues.EmpreinteDe(noms),
            EnAttente = true,
            RecuesLe = Maintenant,
        };
    }

    internal static Acte Acte(string reference) => new()
    {
        Cle = reference,
        Acteur = Acteur.Import,
        Donnees = new() { Reference = reference, Lesquelles = [DonneePersonne.Telephone, DonneePersonne.Commune], Source = SourceDonnees.Import, RecuesLe = Maintenant },
    };
}
