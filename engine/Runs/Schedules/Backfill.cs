using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>What is left of a backfill: the times after one moment, up to another.</summary>
internal sealed record Backfill(DateTimeOffset Cursor, DateTimeOffset End, ScheduleOverlapPolicy Overlap);
