namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>What a worker learns from its heartbeat.</summary>
internal sealed record HeartbeatAnswer(bool CancelRequested, bool Paused, bool Reset);
