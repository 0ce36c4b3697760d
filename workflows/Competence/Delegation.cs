using FranceTravail.Parcours.Workflows.Communes;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>
/// A power handed on, as the acts of a territory say it: a delegation of competence (the département lets France Travail
/// orient, France Travail lets the CAF).
/// </summary>
/// <param name="De">Whose power it is.</param>
/// <param name="A">Whose agents exercise it.</param>
/// <param name="Actes">For which acts.</param>
/// <param name="Ressort">Where.</param>
/// <param name="Periode">When.</param>
/// <param name="Reference">The convention, to be cited.</param>
public sealed record Delegation(Decideur De, Decideur A, IReadOnlyList<NatureActe> Actes, Ressort Ressort, Periode Periode, string Reference)
{
    public bool Vaut(NatureActe acte, Decideur decideur, Commune commune, LocalDate le) =>
        De == decideur && Actes.Contains(acte) && Periode.Contient(le) && Ressort.Contient(commune);
}
