using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Tests.Competence.QuiPeutAgir;

/// <summary>Where the journey stands when somebody tries.</summary>
/// <param name="Organisme">Whom the person was referred to; null before.</param>
/// <param name="ReferentNomme">A référent is named.</param>
/// <param name="Remontee">The task has been escalated.</param>
/// <param name="Relais">The six weeks of the département have passed: France Travail orients in its place (CASF, art. D262-65-2).</param>
internal readonly record struct Moment(OrganismeReferent? Organisme, bool ReferentNomme, bool Remontee, bool Relais)
{
    public string Nom => string.Join(", ", new[]
    {
        Organisme is null ? "avant l’orientation" : ReferentNomme ? "référent nommé" : "sans référent",
        Relais ? "après les six semaines" : null,
        Remontee ? "tâche remontée" : null,
    }.OfType<string>());
}
