using FranceTravail.Parcours.Workflows.Competence;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>
/// The non-personal facts that the orientation rules read (Code du travail, art. L5411-5-1 III): bands, not values.
/// No household data, no national number.
/// </summary>
public sealed record SituationPersonne
{
    public bool Rsa { get; init; }

    /// <summary>
    /// Day on which the services received the information that her right to the RSA is open, or was transferred in (CASF, art. D262-65-2);
    /// null while they have not. What she says herself is no such information.
    /// </summary>
    public LocalDate? DroitRsaConnuLe { get; init; }

    /// <summary>By which door she registered.</summary>
    public PorteInscription Porte { get; init; } = PorteInscription.Demandeur;

    /// <summary>Obligation d'emploi: worker recognised as disabled.</summary>
    public bool Boe { get; init; }

    public TrancheAge Age { get; init; } = TrancheAge.De30A54;

    public NiveauQualification Qualification { get; init; } = NiveauQualification.NonConnu;

    /// <summary>Months since the last job; 0 when working now, null when never worked or unknown.</summary>
    public int? MoisSansEmploi { get; init; }

    /// <summary>Whether the person says she sees herself in a job soon; null when not asked.</summary>
    public bool? SeProjetteDansUnEmploi { get; init; }

    public IReadOnlyList<FreinDeclare> Freins { get; init; } = [];
}
