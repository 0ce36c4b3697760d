using NodaTime;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>The one timer of a journey, on its next moment. It is left alone as long as that moment does not change.</summary>
internal sealed class Reveil
{
    private CancellationTokenSource? annulation;
    private Task sommeil = Task.CompletedTask;
    private Instant? le;

    /// <summary>The moment it was set on has come.</summary>
    public bool Sonne => le is not null && sommeil.IsCompleted;

    /// <summary>Sets it on another moment, or on none.</summary>
    public void Regler(Instant? prochain, Instant maintenant)
    {
        // Set again when it rang before its time, which two clocks can make it do.
        if (prochain == this.le && !Sonne)
        {
            return;
        }

        annulation?.Cancel();
        annulation?.Dispose();
        (annulation, this.le) = (null, prochain);
        if (prochain is { } le)
        {
            annulation = CancellationTokenSource.CreateLinkedTokenSource(Workflow.CancellationToken);
            sommeil = Workflow.DelayWithOptionsAsync(new(
                Duration.Max(le - maintenant, Duration.FromMilliseconds(1)).ToTimeSpan(), cancellationToken: annulation.Token));
        }
    }
}
