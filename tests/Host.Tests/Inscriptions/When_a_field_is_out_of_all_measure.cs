using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Host.Tests.Imports;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Inscriptions;

/// <summary>Whatever a field holds, and however much of it, one short fault is said of it, and little more memory is taken than it takes itself.</summary>
public class When_a_field_is_out_of_all_measure
{
    private const int Length = 1_000_000;

    private static readonly ControleInscription Control = new(new RegistreCommunes(), RegistreTerritoires.Lire());

    public static TheoryData<string, string> EachFieldWithEachText()
    {
        var all = new TheoryData<string, string>();
        foreach (var field in typeof(SaisieInscription).GetProperties())
        {
            foreach (var text in new[] { "A,", "1/", "a@", "0 ", ".0", "é", "<\"" })
            {
                all.Add(field.Name, text);
            }
        }

        return all;
    }

    [Theory, MemberData(nameof(EachFieldWithEachText))]
    public void Should_say_one_short_fault_of_it(string field, string text)
    {
        var saisie = new SaisieInscription { Nom = "Kaba", Prenom = "Ana", DateNaissance = "01/02/1992", CodePostal = "62800", Ville = "Liévin" };
        typeof(SaisieInscription).GetProperty(field)!.SetValue(saisie, string.Concat(Enumerable.Repeat(text, Length / text.Length)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var faults = Control.Verifier(saisie, Fichiers.Today).Fautes;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40L * Length);
        Assert.Single(faults.GroupBy(f => f.Champ), g => g.Count() == 1);
        Assert.All(faults, f => Assert.InRange(f.Message.Length, 1, 2_000));
    }

    [Fact]
    public void Should_say_it_of_a_cell_of_a_file_too()
    {
        var columns = ColonnesFlux.Toutes.Where(c => c is not ColonnesFlux.Reference).ToList();
        var rows = columns.Select((column, at) => $"R{at};{string.Join(';', columns.Select(c => c == column ? string.Concat(Enumerable.Repeat("A,", 50_000)) : ""))}");
        var flux = Fichiers.Lire([$"reference;{string.Join(';', columns)};{new string('x', Length)}", .. rows.Select(r => $"{r};")]);
        var said = flux.Erreurs.Concat(flux.Avertissements).ToList();
        Assert.All(said.GroupBy(e => (e.Ligne, e.Colonne)), g => Assert.Single(g));
        Assert.Equal(columns.Count, said.Select(e => e.Ligne).Distinct().Count());
        Assert.All(said, e => Assert.InRange(e.Message.Length, 1, 2_000));
        Assert.All(flux.ColonnesIgnorees, c => Assert.InRange(c.Length, 1, 40));
    }

    [Fact]
    public void Should_name_the_first_of_many_difficulties_that_are_none()
    {
        var saisie = new SaisieInscription { Nom = "Kaba", DateNaissance = "01/02/1992", CodePostal = "62800", Freins = "mobilite, un deux; trois|quatre" };
        var (valide, faults) = Control.Verifier(saisie, Fichiers.Today);
        Assert.StartsWith("« un », « deux », « trois »… ne sont pas des freins connus : ", Assert.Single(faults).Message, StringComparison.Ordinal);
        Assert.Single(valide!.Situation.Freins);
    }
}
