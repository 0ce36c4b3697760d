using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Taches;
using Xunit;

namespace FranceTravail.Parcours.Workflows.Tests.Moteur;

/// <summary>The case store of the tests: what the pages would read. Each key is applied once, in order.</summary>
public sealed class Registre
{
    private readonly Lock _verrou = new();
    private readonly HashSet<string> _cles = [];
    private readonly List<ProjectionDossier> _projections = [];

    public void Appliquer(ProjectionDossier projection)
    {
        lock (_verrou)
        {
            if (_cles.Add(projection.Cle))
            {
                Assert.Equal(_projections.Count(p => p.DossierId == projection.DossierId) + 1, projection.Sequence);
                _projections.Add(projection);
            }
        }
    }

    public IReadOnlyList<ProjectionDossier> De(string dossierId)
    {
        lock (_verrou)
        {
            return [.. _projections.Where(p => p.DossierId == dossierId)];
        }
    }

    public IReadOnlyList<TacheParcours> TachesOuvertes(string dossierId) =>
    [
        .. De(dossierId).SelectMany(p => p.Taches).GroupBy(t => t.TacheId).Select(g => g.Last()).Where(t => t.Statut == StatutTache.Ouverte),
    ];

    public IReadOnlyList<string> Codes(string dossierId) => [.. De(dossierId).SelectMany(p => p.Faits).Select(f => f.Code)];
}
