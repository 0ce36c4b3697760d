using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>The place of one task in an inbox, without the task.</summary>
internal sealed record RangBoite(Instant Echeance, string DossierId, string Id);
