using NodaTime;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>The one timer of a journey, on its earliest alarm. It is left alone as long as that alarm does not change.</summary>
internal sealed class Reveil
{
    private CancellationTokenSource? _annulation;
    private Task _sommeil = Task.CompletedTask;
    private Instant? _le;

    /// <summary>The alarm it was set on is due.</summary>
    public bool Sonne => _le is not null && _sommeil.IsCompleted;

    /// <summary>Sets it on another alarm, or on none.</summary>
    public void Regler(Alarme? prochaine, Instant maintenant)
    {
        // Set again when it rang before its time, which two clocks can make it do.
        if (prochaine?.Le == _le && !Sonne)
        {
            return;
        }

        _annulation?.Cancel();
        _annulation?.Dispose();
        (_annulation, _le) = (null, prochaine?.Le);
        if (prochaine is not null)
        {
            _annulation = CancellationTokenSource.CreateLinkedTokenSource(Workflow.CancellationToken);
            _sommeil = Workflow.DelayWithOptionsAsync(new(
                Duration.Max(prochaine.Le - maintenant, Duration.FromMilliseconds(1)).ToTimeSpan(),
                summary: $"{prochaine.NoeudId} : {prochaine.Objet}",
                cancellationToken: _annulation.Token));
        }
    }
}
