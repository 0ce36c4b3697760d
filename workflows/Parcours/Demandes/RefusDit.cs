namespace FranceTravail.Parcours.Workflows.Parcours.Demandes;

/// <summary>How a definite refusal is said.</summary>
/// <param name="Phrase">The fact: « Courrier non envoyé : convocation. ».</param>
/// <param name="ARefaire">What somebody does by hand instead, an infinitive.</param>
public sealed record RefusDit(string Phrase, string ARefaire);
