namespace FranceTravail.Parcours.Host.Simulateurs.Effets;

/// <summary>How many keys had an effect for one dossier and operation.</summary>
public sealed record EffetsParDossier(string Dossier, string Operation, int Cles);
