using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers.Contract;

public sealed class When_persons_are_searched
{
    private static readonly (string Nom, string Prenom)[] Personnes =
        [("Durand", "Éloïse"), ("Dupont-Durand", "Jean-François"), ("Le Goff", "Élise"), ("N’Guyen", "Li"), ("Œuvrard", "Zoé"), ("Martin", "Léa")];

    [Theory, SurChaqueMagasin]
    public async Task Should_find_by_any_word_whatever_case_and_accents(Magasin magasin)
    {
        await using var dossier = await DossierDeDonnees.PreparerAsync(magasin);
        await dossier.EcrireAsync([.. Personnes.Select((p, i) => DossierDeDonnees.UneFiche($"d{i}", p.Nom, p.Prenom))]);
        await TrouveAsync(dossier, "DURAND", "Durand", "Dupont-Durand");
        await TrouveAsync(dossier, "eloise durand", "Durand");
        await TrouveAsync(dossier, "durand eloise", "Durand");
        await TrouveAsync(dossier, "uran", "Durand", "Dupont-Durand");
        await TrouveAsync(dossier, "françois", "Dupont-Durand");
        await TrouveAsync(dossier, "nguyen");
        await TrouveAsync(dossier, "n'guyen", "N’Guyen");
        await TrouveAsync(dossier, "oeuv", "Œuvrard");
        await TrouveAsync(dossier, "le", "Le Goff", "Martin");
        await TrouveAsync(dossier, "li", "N’Guyen");
        await TrouveAsync(dossier, "d", "Durand", "Dupont-Durand");
        await TrouveAsync(dossier, "100%");
        await TrouveAsync(dossier, "_a_");
    }

    private static async Task TrouveAsync(DossierDeDonnees dossier, string texte, params string[] noms)
    {
        await using var db = dossier.Ouvrir();
        var trouves = await RechercheDossiers.Filtrer(db.Dossiers, TexteDeRecherche.De(texte)).Select(d => d.Nom).ToListAsync();
        Assert.Equal(noms.Order(StringComparer.Ordinal), trouves.Order(StringComparer.Ordinal));
    }
}
