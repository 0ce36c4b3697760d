using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>The facts that orientation reads, from what was typed: bands, no identity.</summary>
internal static class SituationSaisie
{
    private const int MostQuoted = 3;
    private static readonly char[] Separators = [',', ' ', ';', '|'];

    /// <summary>Each difficulty, and as many again for those that come twice.</summary>
    private static readonly int MostFreins = 2 * Enum.GetValues<Frein>().Length;

    public static SituationPersonne De(ChampsSaisie champs, SaisieInscription saisie, Allocation allocation, int age) => new()
    {
        Rsa = allocation is Allocation.Rsa,
        Boe = champs.OuiNon(nameof(saisie.Boe), saisie.Boe) ?? false,
        Age = age < 26 ? TrancheAge.Moins26 : age < 30 ? TrancheAge.De26A29 : age < 55 ? TrancheAge.De30A54 : TrancheAge.Des55,
        Qualification = champs.Enumere<NiveauQualification>(nameof(saisie.Qualification), saisie.Qualification) ?? NiveauQualification.NonConnu,
        MoisSansEmploi = champs.Entier(nameof(saisie.MoisSansEmploi), saisie.MoisSansEmploi, 0, 600),
        SeProjetteDansUnEmploi = champs.OuiNon(nameof(saisie.SeProjette), saisie.SeProjette),
        Freins = Freins(champs, saisie),
    };

    private static List<FreinDeclare> Freins(ChampsSaisie champs, SaisieInscription saisie)
    {
        var (found, unknown) = (new Dictionary<Frein, IntensiteFrein>(), new List<string>());

        // Beyond the most that can be meant, the rest is one item, and no known one.
        foreach (var item in (saisie.Freins ?? "").Split(Separators, MostFreins, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = item.Split(':', 2);
            var intensity = parts.Length == 1 ? IntensiteFrein.Moyen : ChampsSaisie.Choix<IntensiteFrein>(parts[1]);
            if (ChampsSaisie.Choix<Frein>(parts[0]) is { } frein && intensity is { } weight)
            {
                found[frein] = weight;
            }
            else
            {
                unknown.Add($"« {ChampsSaisie.Court(item)} »");
            }
        }

        if (unknown.Count > 0)
        {
            var said = unknown.Count == 1 ? $"{unknown[0]} n’est pas un frein connu"
                : $"{string.Join(", ", unknown.Take(MostQuoted))}{(unknown.Count > MostQuoted ? "… " : " ")}ne sont pas des freins connus";
            champs.Laisser(nameof(saisie.Freins), $"{said} : {string.Join(", ", Enum.GetNames<Frein>())}, suivi au besoin de :SansImpact, :Moyen ou :Fort.");
        }

        return [.. found.OrderBy(f => f.Key).Select(f => new FreinDeclare(f.Key, f.Value))];
    }
}
