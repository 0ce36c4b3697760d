using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>One person and the last time she was heard or met.</summary>
internal sealed record Silence(string DossierId, string Nom, Instant Depuis);
