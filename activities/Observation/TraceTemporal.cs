using System.Diagnostics;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using Temporalio.Api.Common.V1;
using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Activities.Observation;

/// <summary>
/// Carries a trace over the engine: from who starts a journey or acts on one, through the decision on that act and what it asks
/// of the world, to the activities that answer. In the workflow it only hands headers on, which the history holds: replay sees the same.
/// </summary>
/// <remarks>The header is the one of Temporal's SDKs: <c>_tracer-data</c>, W3C trace context. None is written unless the trace is recorded.</remarks>
public sealed class TraceTemporal : IClientInterceptor, IWorkerInterceptor
{
    internal const string Entete = "_tracer-data";
    private const string Parent = "traceparent";

    public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => new Sortie(nextInterceptor);

    public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new Parcours(nextInterceptor);

    public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => new Activites(nextInterceptor);

    private static IDictionary<string, Payload>? Porter(IDictionary<string, Payload>? headers) => Activity.Current is { Recorded: true, Id: { } id }
        ? Avec(headers, DataConverter.Default.PayloadConverter.ToPayload(new Dictionary<string, string> { [Parent] = id }))
        : headers;

    private static Dictionary<string, Payload> Avec(IDictionary<string, Payload>? headers, Payload trace) =>
        new(headers ?? new Dictionary<string, Payload>()) { [Entete] = trace };

    /// <summary>A header that cannot be read, of whatever client, begins a trace of its own.</summary>
    internal static ActivityContext Lire(IReadOnlyDictionary<string, Payload>? headers)
    {
        try
        {
            return headers?.TryGetValue(Entete, out var trace) == true
                && DataConverter.Default.PayloadConverter.ToValue(trace, typeof(Dictionary<string, string>)) is Dictionary<string, string> porte
                && ActivityContext.TryParse(porte.GetValueOrDefault(Parent), null, isRemote: true, out var contexte)
                ? contexte
                : default;
        }
        catch (Exception)
        {
            return default;
        }
    }

    private sealed class Sortie(ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
    {
        public override Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(StartWorkflowInput input) =>
            base.StartWorkflowAsync<TWorkflow, TResult>(input with { Headers = Porter(input.Headers) });

        public override Task<WorkflowUpdateHandle<TResult>> StartWorkflowUpdateAsync<TResult>(StartWorkflowUpdateInput input) =>
            base.StartWorkflowUpdateAsync<TResult>(input with { Headers = Porter(input.Headers) });
    }

    /// <summary>One for each run: remembers the trace of what is still to be decided, under the key of its event.</summary>
    private sealed class Parcours(WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
    {
        private readonly Dictionary<string, Payload> suites = [];

        public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new Demandes(outbound, suites));

        public override Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
        {
            Retenir(Evenement.Debut.Cle, Workflow.Info.Headers);
            return base.ExecuteWorkflowAsync(input);
        }

        public override Task<object?> HandleUpdateAsync(HandleUpdateInput input)
        {
            if (input.Args is [Workflows.Parcours.Acte acte, ..])
            {
                Retenir(Evenement.De(acte).Cle, input.Headers);
            }

            return base.HandleUpdateAsync(input);
        }

        private void Retenir(string cle, IReadOnlyDictionary<string, Payload>? headers)
        {
            if (headers?.TryGetValue(Entete, out var trace) == true)
            {
                suites[cle] = trace;
            }
        }
    }

    private sealed class Demandes(WorkflowOutboundInterceptor next, Dictionary<string, Payload> suites) : WorkflowOutboundInterceptor(next)
    {
        /// <summary>That of the event decided last: what is asked now, is asked because of it.</summary>
        private Payload? trace;

        public override Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input)
        {
            trace = input.Args.FirstOrDefault() is DecisionDemandee demande && suites.Remove(demande.Evenement.Cle, out var gardee) ? gardee : null;
            return base.ScheduleLocalActivityAsync<TResult>(trace is null ? input : input with { Headers = Avec(input.Headers, trace) });
        }

        public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input)
        {
            if (trace is null)
            {
                return base.ScheduleActivityAsync<TResult>(input);
            }

            if (input.Args.FirstOrDefault() is Demande demande)
            {
                suites[Evenement.De(demande, new Reponse()).Cle] = trace;
            }

            return base.ScheduleActivityAsync<TResult>(input with { Headers = Avec(input.Headers, trace) });
        }
    }

    private sealed class Activites(ActivityInboundInterceptor next) : ActivityInboundInterceptor(next)
    {
        public override async Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
        {
            using var span = Traces.Source.StartActivity($"activite {input.Activity.Name}", ActivityKind.Consumer, Lire(input.Headers));
            try
            {
                return await base.ExecuteActivityAsync(input);
            }
            catch (Exception error)
            {
                // The type says enough: a message may hold anything.
                span?.SetTag("error.type", error.GetType().Name).SetStatus(ActivityStatusCode.Error);
                throw;
            }
        }
    }
}
