using FranceTravail.Parcours.Host.Inscriptions;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>A person of the file, checked, with the reference that makes her import idempotent, and the columns that say something of her.</summary>
internal sealed record LigneFlux(int Ligne, string Reference, InscriptionValide Valide, IReadOnlySet<string> Dites);
