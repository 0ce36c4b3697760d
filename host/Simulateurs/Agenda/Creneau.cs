namespace FranceTravail.Parcours.Host.Simulateurs.Agenda;

/// <summary>A slot of an agenda.</summary>
public sealed record Creneau(string Id, string Referent, DateTimeOffset Debut, DateTimeOffset Fin, LieuSimule Lieu);
