using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FranceTravail.Parcours.Engine.Watching;

/// <summary>
/// What the engine counts and times, for any reader of <see cref="System.Diagnostics.Metrics"/>. Instruments bear the names that Temporal gives
/// them where it has them; those that only this engine has begin with <c>engine_</c>. Times are seconds.
/// </summary>
internal sealed class EngineMeter : IDisposable
{
    private readonly Meter meter = new(EngineServer.MeterName);
    private readonly Counter<long> requests;
    private readonly Counter<long> errors;
    private readonly Histogram<double> latency;
    private readonly UpDownCounter<long> pendingRequests;
    private readonly Counter<long> polls;
    private readonly Counter<long> syncPolls;
    private readonly Counter<long> pollTimeouts;
    private readonly Counter<long> persistenceRequests;
    private readonly Counter<long> persistenceErrors;
    private readonly Histogram<double> persistence;
    private readonly Histogram<double> commit;
    private readonly Histogram<int> units;
    private readonly Counter<long> damage;
    private readonly Counter<long> faults;

    public EngineMeter()
    {
        requests = meter.CreateCounter<long>("service_requests", description: "Calls taken in, by operation.");
        errors = meter.CreateCounter<long>("service_error_with_type", description: "Calls refused, by operation and status.");
        latency = meter.CreateHistogram<double>("service_latency", "s", "From a call to its answer, by operation.");
        pendingRequests = meter.CreateUpDownCounter<long>("service_pending_requests", description: "Calls in progress, long polls among them.");
        polls = meter.CreateCounter<long>("poll_success", description: "Polls that were given a task, by kind.");
        syncPolls = meter.CreateCounter<long>("poll_success_sync", description: "Polls that waited for the task they were given, by kind.");
        pollTimeouts = meter.CreateCounter<long>("poll_timeouts", description: "Polls that ended without a task, by kind.");
        persistenceRequests = meter.CreateCounter<long>("persistence_requests", description: "Uses of the store, by operation.");
        persistenceErrors = meter.CreateCounter<long>("persistence_errors", description: "Uses of the store that failed, by operation.");
        persistence = meter.CreateHistogram<double>("persistence_latency", "s", "Time of the uses of the store, by operation.");
        commit = meter.CreateHistogram<double>("engine_commit_latency", "s", "From the first unit of a commit to its being on disk.");
        units = meter.CreateHistogram<int>("engine_commit_units", description: "Units of work in a commit.");
        damage = meter.CreateCounter<long>("engine_damage", description: "Reads that came upon damage.");
        faults = meter.CreateCounter<long>("engine_effect_faults", description: "Effects on other runs that were left out because they threw.");
    }

    /// <summary>A call begins. What is answered is to be disposed of when it has ended.</summary>
    public CallTime Call(string operation, string @namespace)
    {
        var tags = new TagList { { "operation", operation }, { "namespace", @namespace } };
        requests.Add(1, tags);
        pendingRequests.Add(1);
        return new CallTime(this, tags, Stopwatch.GetTimestamp());
    }

    public void CallRefused(string operation, string status) => errors.Add(1, new("operation", operation), new("error_type", status));

    /// <summary>A poll ended.</summary>
    /// <param name="kind">Of task: <c>Workflow</c> or <c>Activity</c>.</param>
    /// <param name="given">It was given a task.</param>
    /// <param name="waited">It was there before the task.</param>
    public void PollEnded(string kind, bool given, bool waited)
    {
        var tag = new KeyValuePair<string, object?>("task_type", kind);
        (given ? polls : pollTimeouts).Add(1, tag);
        if (given && waited)
        {
            syncPolls.Add(1, tag);
        }
    }

    /// <summary>The store is used; damage that it finds is counted too.</summary>
    public T Persistence<T>(string operation, Func<T> use, Func<Exception, bool> isDamage)
    {
        var (tag, begin) = (new KeyValuePair<string, object?>("operation", operation), Stopwatch.GetTimestamp());
        persistenceRequests.Add(1, tag);
        try
        {
            return use();
        }
        catch (Exception e)
        {
            persistenceErrors.Add(1, tag);
            if (isDamage(e))
            {
                damage.Add(1);
            }

            throw;
        }
        finally
        {
            persistence.Record(Stopwatch.GetElapsedTime(begin).TotalSeconds, tag);
        }
    }

    public void Committed(TimeSpan time, int count)
    {
        commit.Record(time.TotalSeconds);
        units.Record(count);
    }

    public void EffectLeftOut() => faults.Add(1);

    /// <summary>Something that is looked at when somebody reads.</summary>
    public void Watch(string name, string description, Func<long> look) => meter.CreateObservableGauge(name, look, description: description);

    /// <summary>The same, of many things.</summary>
    public void Watch<T>(string name, string description, Func<IEnumerable<Measurement<T>>> look, string? unit = null)
        where T : struct => meter.CreateObservableGauge(name, look, unit, description);

    public void Dispose() => meter.Dispose();

    /// <summary>A call in progress.</summary>
    public readonly struct CallTime(EngineMeter owner, TagList tags, long begin) : IDisposable
    {
        public void Dispose()
        {
            owner.pendingRequests.Add(-1);
            owner.latency.Record(Stopwatch.GetElapsedTime(begin).TotalSeconds, tags);
        }
    }
}
