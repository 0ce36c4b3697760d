using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers;

public sealed class AffectationTests
{
    [Theory, SurChaqueMagasin]
    public async Task Should_share_dossiers_between_the_counsellors_of_the_organisation(Magasin magasin)
    {
        await using var dossier = await Avec(magasin, 10);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => Affecter(dossier, $"d{i}", OrganismeReferent.FranceTravail))));
        await using var db = dossier.Ouvrir();
        Assert.Equal(5, await db.Dossiers.CountAsync(d => d.ReferentId == "c-rhone-1"));
        Assert.Equal(5, await db.Dossiers.CountAsync(d => d.ReferentId == "c-rhone-2"));
    }

    [Theory, SurChaqueMagasin]
    public async Task When_asked_again_it_names_the_same(Magasin magasin)
    {
        await using var dossier = await Avec(magasin, 2);
        var first = await Affecter(dossier, "d0", OrganismeReferent.FranceTravail);
        await Affecter(dossier, "d1", OrganismeReferent.FranceTravail);
        Assert.Equal(first, await Affecter(dossier, "d0", OrganismeReferent.FranceTravail));
    }

    [Theory, SurChaqueMagasin]
    public async Task When_nobody_can_be_named_it_says_so(Magasin magasin)
    {
        await using var dossier = await Avec(magasin, 1);
        Assert.Null((await Affecter(dossier, "d0", OrganismeReferent.Delegataire)).ConseillerId);
    }

    [Theory, SurChaqueMagasin]
    public async Task Should_name_the_counsellor_who_takes_the_dossier_if_she_works_there(Magasin magasin)
    {
        await using var dossier = await Avec(magasin, 3);
        Assert.Equal("c-rhone-2", (await Affecter(dossier, "d0", OrganismeReferent.Delegataire, "c-rhone-2")).ConseillerId);
        Assert.Null((await Affecter(dossier, "d1", OrganismeReferent.Delegataire, "c-reunion-1")).ConseillerId);
        Assert.Null((await Affecter(dossier, "d2", OrganismeReferent.Delegataire, "c-rhone-6")).ConseillerId);
        await using var db = dossier.Ouvrir();
        Assert.Equal("c-rhone-2", (await db.Dossiers.SingleAsync(d => d.Id == "d0")).ReferentId);
    }

    private static async Task<DossierDeDonnees> Avec(Magasin magasin, int fiches)
    {
        var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync([.. Enumerable.Range(0, fiches).Select(i => DossierDeDonnees.UneFiche($"d{i}"))]);
        return dossier;
    }

    private static Task<ReferentAffecte> Affecter(DossierDeDonnees dossier, string id, OrganismeReferent organisme, string? conseiller = null) =>
        ActivatorUtilities.CreateInstance<AffectationActivities>(dossier.Services).AffecterAsync(new AffectationDemandee
        {
            Cle = $"{id}/n1#1/referent",
            DossierId = id,
            NoeudId = "n1",
            Objet = "referent",
            Territoire = "rhone",
            Organisme = organisme,
            ConseillerId = conseiller,
        });
}
