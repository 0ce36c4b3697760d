namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>What is wrong with one field.</summary>
/// <param name="Champ">Name of a property of <see cref="SaisieInscription"/>.</param>
/// <param name="Message">French, for whoever typed or exported it.</param>
/// <param name="Facultatif">The person can be registered all the same: the field is left out.</param>
public sealed record ErreurChamp(string Champ, string Message, bool Facultatif = false);
