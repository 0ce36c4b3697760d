using NodaTime;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>The one timer of a journey, on its next moment. It is left alone as long as that moment does not change.</summary>
internal sealed class Reveil
{
    private CancellationTokenSource? _annulation;
    private Task _sommeil = Task.CompletedTask;
    private Instant? _le;

    /// <summary>The moment it was set on has come.</summary>
    public bool Sonne => _le is not null && _sommeil.IsCompleted;

    /// <summary>Sets it on another moment, or on none.</summary>
    public void Regler(Instant? prochain, Instant maintenant)
    {
        // Set again when it rang before its time, which two clocks can make it do.
        if (prochain == _le && !Sonne)
        {
            return;
        }

        _annulation?.Cancel();
        _annulation?.Dispose();
        (_annulation, _le) = (null, prochain);
        if (prochain is { } le)
        {
            _annulation = CancellationTokenSource.CreateLinkedTokenSource(Workflow.CancellationToken);
            _sommeil = Workflow.DelayWithOptionsAsync(new(
                Duration.Max(le - maintenant, Duration.FromMilliseconds(1)).ToTimeSpan(), cancellationToken: _annulation.Token));
        }
    }
}
