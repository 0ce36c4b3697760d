using FranceTravail.Parcours.Workflows.Dossiers;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.Reorientation;

internal sealed record ReorientationMemoire : IMemoire<ReorientationMemoire>
{
    public LocalDate DemandeeLe { get; init; }

    /// <summary>Account of the counsellor who asked; null where the person did.</summary>
    public string? Conseiller { get; init; }

    /// <summary>The organism wished for; null where none was named.</summary>
    public OrganismeReferent? Souhait { get; init; }

    /// <summary>« par la Métropole de Lyon », as it was said that day: after a move the same kind is another body.</summary>
    public string? SouhaitDit { get; init; }
}
