namespace FranceTravail.Parcours.Workflows.Tests.Competence.QuiPeutAgir;

/// <summary>The cells as a jurist reads them: one line for each act and situation that nothing tells apart, a column for each who tries.</summary>
internal static class Releve
{
    private const string Tout = "tous";

    public static string Ecrire(IReadOnlyList<Case> cases)
    {
        var colonnes = Colonne.Toutes.Select(c => c.Nom).ToList();
        var essais = cases.GroupBy(c => (c.Acte, Moment: c.Moment.Nom, c.Lieu, Personne: c.Personne.Nom, Organisme: Organisme(c)))
            .Select(g => (g.Key, Ligne: Ligne(colonnes, g), Gestes: string.Join(", ", g.Select(c => c.Geste).Distinct().Order(StringComparer.Ordinal))))
            .SelectMany(e => e.Key.Lieu.Pareils, (e, lieu) => (Key: (e.Key.Acte, e.Key.Moment, Lieu: lieu.Nom, e.Key.Personne, e.Key.Organisme), e.Ligne, e.Gestes)).ToList();
        var lignes = essais.GroupBy(e => (e.Key.Acte, e.Key.Moment, e.Ligne)).SelectMany(g =>
        {
            var gestes = string.Join(", ", g.SelectMany(e => e.Gestes.Split(", ")).Distinct().Order(StringComparer.Ordinal));
            var memeMoment = essais.Where(e => (e.Key.Acte, e.Key.Moment) == (g.Key.Acte, g.Key.Moment)).Select(e => e.Key).ToList();
            return Factoriser([.. g.Select(e => (e.Key.Lieu, e.Key.Personne, e.Key.Organisme))], [.. memeMoment.Select(e => (e.Lieu, e.Personne, e.Organisme))])
                .Select(s => string.Join(';', [g.Key.Acte, gestes, g.Key.Moment, s.Lieux, s.Personnes, s.Organismes, g.Key.Ligne]));
        });
        return string.Join('\n', lignes.Order(StringComparer.Ordinal).Prepend(string.Join(';', ["acte", "gestes", "moment", "lieux", "personnes", "organismes référents", .. colonnes]))) + "\n";
    }

    private static string Organisme(Case c) => c.Moment.Organisme is { } organisme ? Colonne.Dire(organisme) : "aucun";

    /// <summary>« oui », nothing, or « – » where there is nobody of that kind.</summary>
    private static string Ligne(IReadOnlyList<string> colonnes, IEnumerable<Case> cases)
    {
        var parColonne = cases.ToLookup(c => c.Qui.Nom);
        return string.Join(';', colonnes.Select(c => !parColonne[c].Any() ? "–" : parColonne[c].All(x => x.Refus is null) ? "oui" : parColonne[c].All(x => x.Refus is not null) ? "" : "selon le geste"));
    }

    /// <summary>Places with the same persons and organisms stand on one line; « tous » are all whose journey gets there.</summary>
    private static IEnumerable<(string Lieux, string Personnes, string Organismes)> Factoriser(
        IReadOnlyList<(string Lieu, string Personne, string Organisme)> ceux, IReadOnlyList<(string Lieu, string Personne, string Organisme)> parmi)
    {
        var parPersonne = ceux.GroupBy(x => (x.Lieu, x.Personne))
            .Select(g => (g.Key.Lieu, g.Key.Personne, Organismes: Nommer(g.Select(x => x.Organisme), parmi.Select(x => x.Organisme))));
        var parLieu = parPersonne.GroupBy(x => (x.Lieu, x.Organismes))
            .Select(g => (g.Key.Lieu, g.Key.Organismes, Personnes: Nommer(g.Select(x => x.Personne), parmi.Where(x => x.Lieu == g.Key.Lieu).Select(x => x.Personne))));
        return parLieu.GroupBy(x => (x.Organismes, x.Personnes)).Select(g => (Nommer(g.Select(x => x.Lieu), parmi.Select(x => x.Lieu)), g.Key.Personnes, g.Key.Organismes));
    }

    private static string Nommer(IEnumerable<string> ceux, IEnumerable<string> parmi)
    {
        var noms = ceux.Distinct().Order(StringComparer.Ordinal).ToList();
        var absents = parmi.Distinct().Except(noms).Order(StringComparer.Ordinal).ToList();
        return noms.Count == 1 ? noms[0]
            : absents.Count == 0 ? Tout
            : absents.Count < noms.Count ? $"{Tout} sauf {string.Join(" | ", absents)}"
            : string.Join(" | ", noms);
    }
}
