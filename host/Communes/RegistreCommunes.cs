using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Communes;

namespace FranceTravail.Parcours.Host.Communes;

/// <summary>The communes as forms and files name them: by code, by postal code, by name; each former name leads to the commune of today.</summary>
internal sealed class RegistreCommunes
{
    private readonly Lazy<(List<Commune> All, ILookup<string, string> FormerNames)> data = new(Read);

    public IReadOnlyList<Commune> Toutes => data.Value.All;

#pragma warning disable CA1822 // Whoever holds the register asks it, not the table behind it.
    /// <summary>The commune of a code: an arrondissement is its city, a merged commune its successor; <see cref="Trouver"/> says so.</summary>
    public Commune? ParCode(string code) => Trouver(code)?.Commune;

    /// <summary>The commune of a code, with the sentence that names the successor where the code is not its own.</summary>
    public CommuneTrouvee? Trouver(string code) => CodeGeographique.Trouver(code.ToUpperInvariant());

    public IEnumerable<Commune> ParCodePostal(string codePostal) => CodeGeographique.ParCodePostal(codePostal);
#pragma warning restore CA1822

    /// <summary>The commune of a postal code whose name is or was <paramref name="nom"/>, accents, case and hyphens aside.</summary>
    public Commune? Par(string codePostal, string nom)
    {
        var wanted = Plier(nom);
        return ParCodePostal(codePostal).FirstOrDefault(c => Plier(c.Nom) == wanted)
            ?? ParCodePostal(codePostal).FirstOrDefault(c => data.Value.FormerNames[c.Code].Any(n => Plier(n) == wanted));
    }

    private static string Plier(string nom)
    {
        var plain = TexteDeRecherche.De(nom);
        return plain.StartsWith("st ", StringComparison.Ordinal) ? $"saint {plain[3..]}"
            : plain.StartsWith("ste ", StringComparison.Ordinal) ? $"sainte {plain[4..]}"
            : plain;
    }

    private static (List<Commune>, ILookup<string, string>) Read()
    {
        List<Commune> all = [.. CodeGeographique.Communes];
        return (
            all,
            CodeGeographique.Rattachements.Where(r => r.Nom is not null).ToLookup(r => r.Vers, r => r.Nom!));
    }
}
