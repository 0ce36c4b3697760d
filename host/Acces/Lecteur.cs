namespace FranceTravail.Parcours.Host.Acces;

/// <summary>A counsellor who reads: enough to decide which rows are hers.</summary>
internal sealed record Lecteur(string Id, string Territoire, bool Encadrant);
