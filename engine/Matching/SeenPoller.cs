namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>Who polled a queue lately, and when last.</summary>
internal sealed record SeenPoller(string Identity, DateTimeOffset At, PollerTraits? Traits);
