using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>The facts that orientation reads, from what was typed: bands, no identity.</summary>
internal static class SituationSaisie
{
    private static readonly char[] Separators = [',', ' ', ';', '|'];

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
        var found = new Dictionary<Frein, IntensiteFrein>();
        foreach (var item in (saisie.Freins ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = item.Split(':', 2);
            var intensity = parts.Length == 1 ? IntensiteFrein.Moyen : ChampsSaisie.Choix<IntensiteFrein>(parts[1]);
            if (ChampsSaisie.Choix<Frein>(parts[0]) is { } frein && intensity is { } weight)
            {
                found[frein] = weight;
            }
            else
            {
                champs.Laisser(nameof(saisie.Freins), $"« {ChampsSaisie.Court(item)} » n’est pas un frein connu : {string.Join(", ", Enum.GetNames<Frein>())}, suivi au besoin de :SansImpact, :Moyen ou :Fort.");
            }
        }

        return [.. found.OrderBy(f => f.Key).Select(f => new FreinDeclare(f.Key, f.Value))];
    }
}
