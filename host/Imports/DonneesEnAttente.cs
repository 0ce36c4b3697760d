using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;

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

    /// <summary>What the flux of a territory said last of each datum, in what is in force or waits; what a reset took back was not said.</summary>
    public static IReadOnlyDictionary<string, string> DuFlux(Dossier dossier, IReadOnlyCollection<DonneesRecues> recues)
    {
        var (enVigueur, parId) = (new List<DonneesRecues>(), recues.ToDictionary(d => d.Id));
        for (var id = dossier.DonneesId ?? dossier.Id; parId.Remove(id, out var row); id = row.Apres)
        {
            enVigueur.Insert(0, row);
        }

        var said = new Dictionary<string, string>();
        foreach (var (datum, value) in enVigueur.Concat(EnOrdre(recues)).Where(d => d.Source is SourceDonnees.Import).SelectMany(d => d.Valeurs))
        {
            said[datum] = value;
        }

        return said;
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
