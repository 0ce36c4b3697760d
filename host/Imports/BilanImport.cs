namespace FranceTravail.Parcours.Host.Imports;

/// <summary>What an import did: dossiers written, dossiers that took new data, journeys started, journeys that will start with the next launch.</summary>
internal sealed record BilanImport(int Nouveaux, int MisAJour, int Demarres, int EnAttente);
