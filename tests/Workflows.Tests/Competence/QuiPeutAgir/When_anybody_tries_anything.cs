using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Competence.QuiPeutAgir;

/// <summary>
/// The table of who may act: every actor, every act of the national journey, every kind of person, organism and authority of a place; each cell
/// tried through the interpreter on a journey that stands there, and held against the law said in clear (<see cref="LoiEnClair"/>).
/// </summary>
public class When_anybody_tries_anything
{
    private static readonly LocalDate Jour = new(2026, 10, 8);
    private static readonly Lazy<IReadOnlyList<Case>> Cases = new(Parcourir);

    [Fact]
    public void Should_be_right_in_every_cell()
    {
        var fausses = Cases.Value.Where(c => !c.EstJuste).ToList();
        Assert.True(fausses.Count == 0, $"{fausses.Count} of {Cases.Value.Count} cells are wrong:\n" + string.Join('\n', fausses
            .GroupBy(c => (c.Acte, c.Geste, c.Moment.Nom, Qui: c.Qui.Nom, c.Refus)).OrderByDescending(g => g.Count()).Take(40)
            .Select(g => $"{g.Count()} × {g.Key.Acte}/{g.Key.Geste}, {g.Key.Nom}, {g.Key.Qui}: {g.Key.Refus ?? "accepted"} ({g.First().Lieu.Nom}, {g.First().Personne.Nom}, {g.First().Moment.Organisme})")));
    }

    /// <summary>To approve a change, copy the received file, written beside, over the approved one.</summary>
    [Fact]
    public void Should_be_the_approved_table()
    {
        var recu = Releve.Ecrire(Cases.Value);
        var approuve = Path.Combine(Path.GetDirectoryName(Ici())!, "QuiPeutAgir.approved.csv");
        var texte = File.Exists(approuve) ? File.ReadAllText(approuve) : "";
        if (texte != recu)
        {
            File.WriteAllText(approuve.Replace(".approved.", ".received.", StringComparison.Ordinal), recu);
        }

        Assert.Equal(texte, recu);
    }

    /// <summary>Two places of the same authorities are tried as one.</summary>
    [Fact]
    public void Should_find_at_each_place_the_authorities_that_the_law_names() => Assert.All(Lieu.Tous, lieu =>
    {
        var commune = CodeGeographique.Trouver(lieu.Commune, Jour)!.Commune!;
        Assert.Equal(lieu.Executif, TableCompetence.Nationale.ExecutifDe(commune, Jour)?.Decideur);
        Assert.Equal(lieu.Rsa, (TableCompetence.Nationale.OrientationRsa(commune, Jour) as ReponseCompetence.Competente)?.Autorite.Decideur);
    });

    /// <summary>A new kind of task, or a step that opens one, is tried too: by whoever adds it.</summary>
    [Fact]
    public void Should_leave_no_nature_of_task_out()
    {
        var essayees = Cases.Value.Select(c => c.Acte.Split(' ')[0]).ToHashSet();
        var deLOrganisation = CatalogueEtapes.National.Natures.Where(n => !essayees.Contains(n));
        Assert.Empty(deLOrganisation);
        Assert.Superset(new HashSet<string> { "confirmer-rendez-vous", "venir-au-rendez-vous", "signer-contrat", "declarer-semaine", "reprendre-a-la-main" }, essayees);
    }

    [Fact]
    public void Should_say_in_a_sentence_who_may() =>
        Assert.All(Cases.Value.Select(c => c.Refus).OfType<string>().Distinct(), refus => Assert.Matches(
            @"^(Cette (tâche|décision) revient (au|aux|à) |Cette décision n’est prise ni par le référent|Cette démarche ne vous revient pas.: elle revient |Cette (ré)?orientation ne peut pas être décidée ici\. |Le contrat nomme un référent unique|Ces données viennent du flux).*\.$", refus));

    private static IReadOnlyList<Case> Parcourir()
    {
        var cases = new ConcurrentBag<List<Case>>();
        var lots = from lieu in Lieu.Distincts from personne in Personne.Toutes select (lieu, personne);
        Parallel.ForEach(lots, new ParallelOptions { MaxDegreeOfParallelism = 2 }, lot =>
        {
            var siennes = new List<Case>();
            if (lot.personne.Rsa)
            {
                new Traversee(lot.lieu, lot.personne, default, siennes).SansOrientation();
            }

            foreach (var organisme in Enum.GetValues<OrganismeReferent>())
            {
                new Traversee(lot.lieu, lot.personne, organisme, siennes).Entiere();
                new Traversee(lot.lieu, lot.personne, organisme, siennes).SansReferent();
            }

            cases.Add(siennes);
        });
        return [.. cases.SelectMany(c => c)];
    }

    private static string Ici([CallerFilePath] string ici = "") => ici;
}
