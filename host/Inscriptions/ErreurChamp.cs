namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>What is wrong with one field: <paramref name="Champ"/> is the name of a property of <see cref="SaisieInscription"/>.</summary>
public sealed record ErreurChamp(string Champ, string Message);
