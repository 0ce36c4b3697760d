using FranceTravail.Parcours.Host.Espaces.Taches;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>
/// A form is posted again and again, corrected or not, by one or several windows; answers overtake each other or are lost. The store is real, the
/// journey takes one act of the form at most, refuses before it is open, and may forget in a new run what it took.
/// </summary>
public class When_posts_of_one_form_come_in_any_order(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly Geste Geste = new()
    {
        Code = "valider",
        Libelle = "Valider",
        Champs = [new Champ { Nom = "raison", Libelle = "Raison", Type = TypeChamp.Texte }, new Champ { Nom = "heures", Libelle = "Heures", Type = TypeChamp.Heures }],
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Should_never_lose_the_text_of_what_was_taken_and_keep_no_other(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 25; round++)
        {
            await RoundAsync(random);
        }
    }

    private async Task RoundAsync(Random random)
    {
        var dossier = Tests.Web.Dossiers.Open("Desordre", 2);
        await web.EcrireAsync(dossier);
        var textes = ActivatorUtilities.CreateInstance<TextesDActe>(web.Services);
        var form = Guid.NewGuid();
        var posts = Enumerable.Range(0, random.Next(2, 6)).Select(at => new Envoi(form, $"texte {at}", random.Next(2) == 0 ? "12" : "15")).ToList();
        var (taken, words, open, forgotten) = ((string?)null, (string?)null, false, false);
        while (posts.Exists(p => p.Pas < 3))
        {
            open |= random.Next(4) == 0;
            forgotten |= taken is not null && random.Next(6) == 0;
            var running = posts.Where(p => p.Pas < 3).ToList();
            var post = running[random.Next(running.Count)];
            switch (post.Pas++)
            {
                case 0:
                    await textes.GarderAsync(dossier.Id, "accompagnement", post.Acte, post.Textes, Stop);
                    break;
                case 1:
                    if (taken is null && open)
                    {
                        (taken, words) = (post.Acte.Cle, await DeciderAsync(dossier.Id, post.Acte));
                    }

                    post.Reponse = taken == post.Acte.Cle && !forgotten ? new ReponseMoteur.Fait("C’est fait.") : new ReponseMoteur.Refuse("Non.");
                    post.Reponse = random.Next(3) == 0 ? new ReponseMoteur.SansReponse() : post.Reponse;
                    break;
                default:
                    var told = await textes.ConclureAsync(dossier.Id, "accompagnement", post.Acte, post.Textes, post.Reponse!);
                    Assert.Equal(post.Reponse is not ReponseMoteur.Fait || post.Textes.ContainsValue(words!), told);
                    break;
            }

            var kept = await web.LireAsync(db => db.TextesLibres.AsNoTracking().Where(t => t.DossierId == dossier.Id).ToListAsync(Stop));
            if (posts.Find(p => p.Acte.Cle == taken) is { } first)
            {
                Assert.Single(kept, t => t.Id == first.Acte.Valeurs["raison"] && t.Texte == words);
            }
        }

        foreach (var act in posts.GroupBy(p => p.Acte.Cle))
        {
            var row = await web.LireAsync(db => db.TextesLibres.AsNoTracking().FirstOrDefaultAsync(t => t.Id == act.First().Acte.Valeurs["raison"], Stop));
            if (act.Key == taken)
            {
                Assert.Null(row!.EnAttente);
            }
            else if (act.All(p => p.Reponse is ReponseMoteur.Refuse))
            {
                Assert.Null(row);
            }
            else
            {
                // The sweep asks the journey.
                Assert.Equal(act.Key, row!.EnAttente);
            }
        }
    }

    /// <summary>The journey takes the act: what was typed counts as it is then, in the transaction of the decision.</summary>
    private Task<string> DeciderAsync(string dossierId, Acte acte) => web.LireAsync(async db =>
    {
        await db.TextesLibres.Where(t => t.DossierId == dossierId && t.EnAttente == acte.Cle).ExecuteUpdateAsync(set => set.SetProperty(t => t.EnAttente, (string?)null), Stop);
        return (await db.TextesLibres.AsNoTracking().SingleAsync(t => t.Id == acte.Valeurs["raison"], Stop)).Texte;
    });

    private sealed class Envoi
    {
        public Envoi(Guid form, string texte, string heures) =>
            (Acte, Textes) = TextesDActe.Acte(Geste, new Dictionary<string, string> { ["raison"] = texte, ["heures"] = heures }, form, "t1", new(RoleActeur.Conseiller, "c-1"));

        public Acte Acte { get; }

        public Dictionary<string, string> Textes { get; }

        /// <summary>Kept, decided, answered.</summary>
        public int Pas { get; set; }

        public ReponseMoteur? Reponse { get; set; }
    }
}
