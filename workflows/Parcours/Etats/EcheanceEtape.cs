using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>A deadline that a step watches.</summary>
/// <param name="NoeudId">The step's node.</param>
/// <param name="Objet">What is due, as a noun: « Signature du contrat ».</param>
/// <param name="Echeance">When and why.</param>
public sealed record EcheanceEtape(string NoeudId, string Objet, Echeance Echeance)
{
    internal static string Cle(string noeudId, string objet) => $"{noeudId}/{objet}";
}
