using FranceTravail.Parcours.Activities.Tests.Aleas;
using Temporalio.Client;
using Temporalio.Client.Interceptors;

namespace FranceTravail.Parcours.Activities.Tests.Histoires;

/// <summary>A client that has something happen each time that it reads a history, before or after the engine is asked.</summary>
/// <param name="avant">Before, with the rank of the reading, from 1 on.</param>
/// <param name="apres">After, likewise.</param>
internal sealed class PendantLaLecture(Func<int, Task>? avant = null, Func<int, Task>? apres = null) : IClientInterceptor
{
    private readonly Func<int, Task> avant = avant ?? (_ => Task.CompletedTask);
    private readonly Func<int, Task> apres = apres ?? (_ => Task.CompletedTask);

    public int Lectures { get; private set; }

    public ITemporalClient Client(Lot lot)
    {
        var options = (TemporalClientOptions)lot.Client.Options.Clone();
        options.Interceptors = [this];
        return new TemporalClient(lot.Client.Connection, options);
    }

    public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => new Sortie(this, nextInterceptor);

    private sealed class Sortie(PendantLaLecture lecture, ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
    {
        public override async Task<WorkflowHistoryEventPage> FetchWorkflowHistoryEventPageAsync(FetchWorkflowHistoryEventPageInput input)
        {
            var rang = ++lecture.Lectures;
            await lecture.avant(rang);
            var page = await base.FetchWorkflowHistoryEventPageAsync(input);
            await lecture.apres(rang);
            return page;
        }
    }
}
