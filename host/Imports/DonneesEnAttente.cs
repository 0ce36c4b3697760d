using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>
/// Data that journeys have not taken yet, in the order in which they were said: each row names the one after which it was said, whatever the
/// clock of whoever received it.
/// </summary>
internal static class DonneesEnAttente
{
    /// <summary>The rows of one dossier that wait, first said first.</summary>
    public static IReadOnlyList<DonneesRecues> EnOrdre(IEnumerable<DonneesRecues> donnees)
    {
        var (ordered, rest) = (new List<DonneesRecues>(), donnees.Where(d => d.EnAttente).OrderBy(d => d.RecuesLe).ThenBy(d => d.Id, StringComparer.Ordinal).ToList());
        while (rest.Count > 0)
        {
            // Every row but those after one that waits too; after a reset, several may have nothing before them.
            var next = rest.First(d => !rest.Exists(before => before.Id == d.Apres));
            ordered.Add(next);
            rest.Remove(next);
        }

        return ordered;
    }

    /// <summary>What the dossier will show once its journey has taken all that wait.</summary>
    public static IReadOnlyDictionary<string, string> Somme(Dossier dossier, IEnumerable<DonneesRecues> enOrdre)
    {
        var sum = new Dictionary<string, string>(ValeursPersonne.De(dossier));
        foreach (var (datum, value) in enOrdre.SelectMany(d => d.Valeurs))
        {
            sum[datum] = value;
        }

        return sum;
    }
}
