using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Storage;
using Temporalio.Api.Query.V1;

namespace FranceTravail.Parcours.Engine.Queries;

/// <summary>The queries that wait for a workflow task of their run, or ride on one.</summary>
internal sealed class RidingQueries
{
    private readonly Lock gate = new();
    private readonly Dictionary<RunKey, List<RidingQuery>> riding = [];

    public void Add(RunKey key, RidingQuery query)
    {
        lock (gate)
        {
            if (!riding.TryGetValue(key, out var queries))
            {
                riding[key] = queries = [];
            }

            queries.Add(query);
        }
    }

    public void Remove(RunKey key, RidingQuery query)
    {
        lock (gate)
        {
            if (riding.TryGetValue(key, out var queries) && queries.Remove(query) && queries.Count == 0)
            {
                riding.Remove(key);
            }
        }
    }

    /// <summary>Those that ride on a task that just started.</summary>
    public IReadOnlyDictionary<string, WorkflowQuery> Board(RunKey key, long serial)
    {
        lock (gate)
        {
            if (!riding.TryGetValue(key, out var queries))
            {
                return new Dictionary<string, WorkflowQuery>();
            }

            queries.ForEach(q => q.Task = serial);
            return queries.ToDictionary(q => q.Id, q => q.Query);
        }
    }

    /// <summary>The answers that came with a task's completion.</summary>
    public void Answer(RunKey key, IEnumerable<KeyValuePair<string, WorkflowQueryResult>> results)
    {
        lock (gate)
        {
            foreach (var (id, result) in results)
            {
                if (riding.GetValueOrDefault(key)?.Find(q => q.Id == id) is { } query)
                {
                    Remove(key, query);
                    query.Answer.TrySetResult(result);
                }
            }
        }
    }

    /// <summary>After a commit: queries whose task ended without answering them ride on the next one, or ask again.</summary>
    public void Review(IEnumerable<RunChange> changes)
    {
        lock (gate)
        {
            if (riding.Count == 0)
            {
                return;
            }

            foreach (var change in changes)
            {
                var s = change.Run.State;
                foreach (var query in riding.GetValueOrDefault(change.Run.Key)?.ToList() ?? [])
                {
                    if (s.Task?.Serial != query.Task)
                    {
                        query.Task = 0;
                    }

                    if (!s.Open || (s.Task is null && s.CompletedATask))
                    {
                        query.Answer.TrySetResult(null);
                    }
                }
            }
        }
    }
}
