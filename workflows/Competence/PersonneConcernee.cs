using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Etats;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>What competence depends on in a person, on the day of the act.</summary>
public sealed record PersonneConcernee
{
    public required AllocationPercue Allocation { get; init; }

    public required PorteInscription Porte { get; init; }

    /// <summary>In whole years.</summary>
    public required int Age { get; init; }

    /// <summary>Her handicap is recognised (obligation d'emploi).</summary>
    public required bool Boe { get; init; }

    /// <summary>Null before a first orientation.</summary>
    public OrganismeReferent? OrganismeReferent { get; init; }

    /// <summary>Who decided her first orientation, where it is known: a new one follows it.</summary>
    public Decideur? OrienteePar { get; init; }

    /// <summary>The person of a journey, as far as her orientation is concerned: of what she receives, only RSA counts for it.</summary>
    internal static PersonneConcernee De(SituationPersonne situation, DossierParcours dossier) =>
        De(situation, situation.Rsa ? AllocationPercue.Rsa : AllocationPercue.Aucune, dossier.Organisme) with { OrienteePar = dossier.OrienteePar };

    /// <summary>A person whose allowance is known.</summary>
    /// <param name="situation">What the rules read of her.</param>
    /// <param name="allocation">What she receives.</param>
    /// <param name="organisme">Who accompanies her; null before a first orientation.</param>
    public static PersonneConcernee De(SituationPersonne situation, AllocationPercue allocation, OrganismeReferent? organisme) => new()
    {
        Allocation = allocation,
        Porte = situation.Porte,
        Age = AgeDe(situation.Age),
        Boe = situation.Boe,
        OrganismeReferent = organisme,
    };

    /// <summary>The first age of a band: no bound of the law lies inside one.</summary>
    private static int AgeDe(TrancheAge tranche) => tranche switch
    {
        TrancheAge.Moins26 => 16,
        TrancheAge.De26A29 => 26,
        TrancheAge.De30A54 => 30,
        _ => 55,
    };

    internal bool ARsa => Allocation is AllocationPercue.Rsa;

    internal bool ARevenuDeRemplacement => Allocation is AllocationPercue.Are or AllocationPercue.Ass;

    internal bool AAllocationJeune => Allocation is AllocationPercue.Cej or AllocationPercue.Pacea;

    internal bool SuivieParMissionLocale => OrganismeReferent is Dossiers.OrganismeReferent.MissionLocale;

    /// <summary>Who accompanies her can change who sanctions her.</summary>
    internal bool DependDuReferent => AAllocationJeune || Allocation is AllocationPercue.Aucune;
}
