using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Visibility;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>What became of one run since the last commit.</summary>
internal sealed class RunChange(Run run, bool isNew)
{
    public Run Run { get; set; } = run;

    public bool IsNew { get; } = isNew;

    public bool Deleted { get; set; }

    public List<History> Batches { get; } = [];

    /// <summary>The visibility row must be written.</summary>
    public bool Visible { get; set; }

    public VisibilityRow? Row => Visible ? VisibilityRows.Of(Run) : null;
}
