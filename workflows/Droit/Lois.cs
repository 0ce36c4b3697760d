using FranceTravail.Parcours.Workflows.Droit.Activites;
using FranceTravail.Parcours.Workflows.Droit.Contrat;
using FranceTravail.Parcours.Workflows.Droit.Information;
using FranceTravail.Parcours.Workflows.Droit.Inscription;
using FranceTravail.Parcours.Workflows.Droit.Orientation;
using FranceTravail.Parcours.Workflows.Droit.Procedure;
using FranceTravail.Parcours.Workflows.Droit.Recours;
using FranceTravail.Parcours.Workflows.Droit.Revue;
using FranceTravail.Parcours.Workflows.Droit.Sanctions;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit;

/// <summary>
/// The law as this product knows it: for each topic its versions. An immutable table; a version to come is added with
/// <c>Lois.Nationales with { Contrat = Lois.Nationales.Contrat.Avec(…) }</c>.
/// </summary>
public sealed record Lois
{
    public static Lois Nationales { get; } = new()
    {
        Inscription = new(ReglesInscription.PleinEmploi),
        Orientation = new(ReglesOrientation.PleinEmploi),
        Competences = new(ReglesCompetence.PleinEmploi, ReglesCompetence.Remobilisation),
        Contrat = new(ReglesContrat.PleinEmploi),
        Activites = new(ReglesActivites.PleinEmploi),
        Revue = new(ReglesRevue.PleinEmploi),
        Sanctions = new(BaremeSanctions.Remobilisation),
        Procedure = new(ReglesProcedure.Remobilisation),
        Recours = new(ReglesRecours.PleinEmploi, ReglesRecours.Remobilisation),
        Information = new(ReglesInformation.PleinEmploi, ReglesInformation.Archivage),
    };

    public required VersionsDe<ReglesInscription> Inscription { get; init; }

    public required VersionsDe<ReglesOrientation> Orientation { get; init; }

    public required VersionsDe<ReglesCompetence> Competences { get; init; }

    public required VersionsDe<ReglesContrat> Contrat { get; init; }

    public required VersionsDe<ReglesActivites> Activites { get; init; }

    public required VersionsDe<ReglesRevue> Revue { get; init; }

    public required VersionsDe<BaremeSanctions> Sanctions { get; init; }

    public required VersionsDe<ReglesProcedure> Procedure { get; init; }

    public required VersionsDe<ReglesRecours> Recours { get; init; }

    public required VersionsDe<ReglesInformation> Information { get; init; }

    /// <summary>The law of a day, all topics.</summary>
    /// <param name="le">The day of the fact.</param>
    /// <param name="consulter">Told of each topic that is read, in French, and its version: a decision names them.</param>
    public Loi Au(LocalDate le, Action<string, VersionDroit>? consulter = null) => new(this, le, consulter);
}
