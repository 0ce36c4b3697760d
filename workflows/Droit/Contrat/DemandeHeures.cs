namespace FranceTravail.Parcours.Workflows.Droit.Contrat;

/// <summary>The weekly hours of a contract, with what was written down around them.</summary>
public sealed record DemandeHeures
{
    /// <summary>Hours a week over all activities, from 0.</summary>
    public required decimal Heures { get; init; }

    /// <summary>An individual reason for fewer hours is written.</summary>
    public bool RaisonIndividuelle { get; init; }

    /// <summary>The diagnostic was established.</summary>
    public bool Diagnostic { get; init; }

    /// <summary>The person herself asked for a plan without weekly hours.</summary>
    public bool DemandeDeLaPersonne { get; init; }

    public MotifSansHeures? Motif { get; init; }

    public bool ParentIsole { get; init; }

    /// <summary>There is childcare.</summary>
    public bool ModeDeGarde { get; init; }

    /// <summary>Age in years of the youngest child; null when there is none or it is not known.</summary>
    public int? AgeDuPlusJeune { get; init; }
}
