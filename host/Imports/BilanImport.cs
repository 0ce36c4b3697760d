namespace FranceTravail.Parcours.Host.Imports;

/// <summary>What an import did: dossiers written, dossiers that were there already, journeys started, journeys that will start with the next launch.</summary>
internal sealed record BilanImport(int Nouveaux, int Connus, int Demarres, int EnAttente);
