using FranceTravail.Parcours.Workflows.Droit;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>One row of the table of competences.</summary>
/// <param name="Actes">For which acts.</param>
/// <param name="Quand">For whom, in French: « bénéficiaire du RSA ».</param>
/// <param name="Si">The same, as a test.</param>
/// <param name="Decide">Who decides.</param>
/// <param name="Articles">Where it is written.</param>
public sealed record RegleCompetence(
    IReadOnlyList<NatureActe> Actes, string Quand, Func<PersonneConcernee, bool> Si, FonctionDecideur Decide, params IReadOnlyList<Article> Articles);
