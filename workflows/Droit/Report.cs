namespace FranceTravail.Parcours.Workflows.Droit;

/// <summary>What happens to a delay whose last day is a Saturday, a Sunday or a holiday.</summary>
public enum Report
{
    /// <summary>It binds the service: never put off.</summary>
    Jamais,

    /// <summary>It binds the person: put off to the next working day (Code de procédure civile, art. 642, by analogy and in her favour).</summary>
    JourOuvre,

    /// <summary>A délai franc: neither the first nor the last day counts; then put off to the next working day.</summary>
    Franc,
}
