using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>What one group commit writes.</summary>
internal sealed record Commit(IReadOnlyCollection<RunChange> Changes, IReadOnlyList<Action<SqliteConnection, SqliteTransaction>> Statements, DateTimeOffset Now);
