namespace FranceTravail.Parcours.Activities.Courriers;

/// <summary>A written letter: its subject and its print-ready page.</summary>
internal sealed record Lettre(string Objet, string Html);
