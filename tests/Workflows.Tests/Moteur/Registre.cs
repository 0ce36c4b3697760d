using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Tests.Moteur;

/// <summary>The case store of the tests: what the pages would read. Each decision is kept once, in order, stream by stream.</summary>
public sealed class Registre
{
    private readonly Lock verrou = new();
    private readonly Dictionary<string, Flux> flux = [];

    public Decision Garder(DecisionDemandee demande, Func<Decision> decider)
    {
        lock (verrou)
        {
            var flux = this.flux.TryGetValue(demande.WorkflowId, out var connu) ? connu : this.flux[demande.WorkflowId] = new Flux();
            if (flux.Decisions.Count >= demande.Numero)
            {
                return flux.Decisions[(int)demande.Numero - 1];
            }

            Assert.Equal(flux.Decisions.Count + 1, demande.Numero);
            var decision = decider();
            if (decision.Refus is null)
            {
                var avant = demande.Etat is { } etat ? VersionsEtat.Lire(etat) : null;
                var apres = demande.Etat?.DeepClone().AsObject() ?? [];
                Changements.Appliquer(apres, decision.Changements!);
                flux.Decisions.Add(decision);
                flux.Projections.Add(ProjectionDecision.De(decision, demande.Demarrage.DossierId, demande.Demarrage.FilId, avant, VersionsEtat.Lire(apres)));
            }

            return decision;
        }
    }

    public IReadOnlyList<Decision> Decisions(string dossierId)
    {
        lock (verrou)
        {
            return this.flux.TryGetValue(NomsParcours.IdWorkflow(dossierId), out var flux) ? [.. flux.Decisions] : [];
        }
    }

    public IReadOnlyList<ProjectionDossier> De(string dossierId)
    {
        lock (verrou)
        {
            return [.. flux.Values.SelectMany(f => f.Projections).Where(p => p.DossierId == dossierId)];
        }
    }

    public IReadOnlyList<TacheParcours> TachesOuvertes(string dossierId) =>
    [
        .. De(dossierId).SelectMany(p => p.Taches).GroupBy(t => t.TacheId).Select(g => g.Last()).Where(t => t.Statut == StatutTache.Ouverte),
    ];

    public IReadOnlyList<string> Codes(string dossierId) => [.. De(dossierId).SelectMany(p => p.Faits).Select(f => f.Code)];

    private sealed class Flux
    {
        public List<Decision> Decisions { get; } = [];

        public List<ProjectionDossier> Projections { get; } = [];
    }
}
