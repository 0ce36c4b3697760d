using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>Finds the open dossier that a person has already.</summary>
internal static class Doublons
{
    /// <summary>For each person of <paramref name="valides"/> who has one, her dossier. A closed one is no obstacle: people come back.</summary>
    public static async Task<Dictionary<InscriptionValide, Dossier>> DansLaBaseAsync(
        DossiersDbContext db, IReadOnlyCollection<InscriptionValide> valides, CancellationToken cancellationToken)
    {
        // The index of names finds who may be the same, in both orders; the rule decides on each.
        var names = valides.SelectMany(v => new[] { TexteDeRecherche.De($"{v.Nom} {v.Prenom}"), TexteDeRecherche.De($"{v.Prenom} {v.Nom}") }).Distinct().ToList();
        var candidates = (await db.Dossiers.AsNoTracking().Where(d => names.Contains(d.NomRecherche) && d.Statut != StatutDossier.Clos).ToListAsync(cancellationToken))
            .ToLookup(d => d.DateNaissance);
        var found = new Dictionary<InscriptionValide, Dossier>(ReferenceEqualityComparer.Instance);
        foreach (var valide in valides)
        {
            if (candidates[valide.DateNaissance].FirstOrDefault(d => Identite.De(d).EstLaMemeQue(Identite.De(valide))) is { } known)
            {
                found[valide] = known;
            }
        }

        return found;
    }
}
