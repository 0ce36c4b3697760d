namespace FranceTravail.Parcours.Workflows.Courriers;

/// <summary>A decision has no letter where nobody can be named who takes it. The message is a French sentence.</summary>
public sealed class LettreSansAutoriteException(string commune) : Exception($"L’autorité qui prend cette décision à {commune} n’est pas établie ici : aucune lettre ne peut la dire.");
