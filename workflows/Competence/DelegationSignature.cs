using FranceTravail.Parcours.Workflows.Communes;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>A person who signs « par délégation » of an authority. Her name lies in the case store, here only her account.</summary>
/// <param name="De">Whose signature it is.</param>
/// <param name="Compte">The account of who signs.</param>
/// <param name="Qualite">« directrice de l’insertion », as it stands under the decision.</param>
/// <param name="Actes">For which acts.</param>
/// <param name="Ressort">Where.</param>
/// <param name="Periode">When.</param>
/// <param name="Reference">The order of delegation, to be cited.</param>
public sealed record DelegationSignature(
    Decideur De, string Compte, string Qualite, IReadOnlyList<NatureActe> Actes, Ressort Ressort, Periode Periode, string Reference)
{
    public bool Vaut(NatureActe acte, Decideur decideur, Commune commune, LocalDate le) =>
        De == decideur && Actes.Contains(acte) && Periode.Contient(le) && Ressort.Contient(commune);
}
