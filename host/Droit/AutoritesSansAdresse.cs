using FranceTravail.Parcours.Activities.Courriers;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Host.Droit;

/// <summary>The authorities that may decide something for a person who is followed, and that no data say how to write to.</summary>
internal static class AutoritesSansAdresse
{
    /// <summary>Name with title → how many persons, the most first.</summary>
    public static async Task<IReadOnlyList<(string Nom, int Personnes)>> TrouverAsync(
        IDbContextFactory<DossiersDbContext> contexts, TableCompetence competences, LocalDate le, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var dossier in db.Dossiers.AsNoTracking().Where(d => d.Statut != StatutDossier.Clos).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var nom in SansAdresse(competences, dossier, le).Distinct())
            {
                counts[nom] = counts.GetValueOrDefault(nom) + 1;
            }
        }

        return [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value))];
    }

    private static IEnumerable<string> SansAdresse(TableCompetence competences, Dossier dossier, LocalDate le) =>
        CodeGeographique.Trouver(dossier.CommuneDuDroit, le) is not { } lieu ? []
        : from acte in Enum.GetValues<NatureActe>()
          let competente = competences.Trouver(acte, ConcerneeDuDossier.De(dossier), lieu.Commune, le) as ReponseCompetence.Competente
          where competente is { Autorite.Adresse: null }
          select $"{competente.Autorite.Nom} ({competente.Autorite.Titre})";
}
