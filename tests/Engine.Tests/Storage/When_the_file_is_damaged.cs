using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;
using FranceTravail.Parcours.Engine.Tests.Support;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Tests.Storage;

public sealed class When_the_file_is_damaged : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engine");

    private string Database => Path.Combine(folder.FullName, "engine.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("UPDATE run SET state = CAST(state || ' ' AS BLOB)")]
    [InlineData("UPDATE run SET start = CAST(start || 'x' AS BLOB)")]
    [InlineData("UPDATE run SET chain = chain + 1")]
    [InlineData("UPDATE item SET value = CAST('9' AS BLOB) WHERE kind = 2")]
    [InlineData("DELETE FROM item WHERE kind = 2")]
    public void Should_refuse_a_run_that_is_not_what_was_written(string damage)
    {
        var run = Written();
        Damage(damage);
        using var file = EngineFile.Open(Database);
        using var store = new SqliteStore(file);
        Assert.Equal(RefusalKind.DataLoss, Assert.Throws<Refusal>(() => store.Find(run.Key)).Kind);
        Assert.False(Maintenance.Verify(Database).IsWhole);
    }

    [Theory]
    [InlineData("UPDATE history SET batch = CAST(batch || 'x' AS BLOB) WHERE id = (SELECT max(id) FROM history)")]
    [InlineData("UPDATE history SET before = before + 1 WHERE id = (SELECT max(id) FROM history)")]
    [InlineData("UPDATE history SET sum = sum + 1 WHERE id = (SELECT min(id) FROM history)")]
    [InlineData("DELETE FROM history WHERE id = (SELECT id FROM history ORDER BY id LIMIT 1 OFFSET 1)")]
    public void Should_refuse_a_history_of_which_a_part_is_changed_or_missing(string damage)
    {
        var run = Written();
        Damage(damage);
        using var file = EngineFile.Open(Database);
        using var store = new SqliteStore(file);
        Assert.Equal(RefusalKind.DataLoss, Assert.Throws<Refusal>(() => store.ReadHistory(run.Number, 1, 1000)).Kind);
        var report = Maintenance.Verify(Database);
        Assert.Contains(report.Faults, f => f.Contains(run.Key.RunId, StringComparison.Ordinal));
    }

    [Fact]
    public void Should_see_by_verification_that_the_end_of_a_history_is_missing()
    {
        var run = Written();
        Assert.True(Maintenance.Verify(Database).IsWhole);
        Damage("DELETE FROM history WHERE id = (SELECT max(id) FROM history)");
        Assert.Contains(Maintenance.Verify(Database).Faults, f => f.Contains(run.Key.RunId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE run SET deadline = deadline + 1 WHERE deadline IS NOT NULL")]
    [InlineData("UPDATE run SET busy = 1 - busy")]
    [InlineData("UPDATE visibility SET status = 2")]
    [InlineData("DELETE FROM visibility")]
    [InlineData("UPDATE visibility_count SET runs = runs + 1")]
    [InlineData("INSERT INTO visibility (namespace, run_id, workflow_id, workflow_type, task_queue, start_time, execution_time, close_time, status, history_length, history_size_bytes, execution_duration, state_transition_count, parent_workflow_id, parent_run_id, root_workflow_id, root_run_id, division, memo, search_attributes, attributes) SELECT namespace, 'other', workflow_id, workflow_type, task_queue, start_time, execution_time, close_time, status, history_length, history_size_bytes, execution_duration, state_transition_count, parent_workflow_id, parent_run_id, root_workflow_id, root_run_id, division, memo, search_attributes, attributes FROM visibility")]
    public void Should_see_by_verification_that_what_is_kept_beside_a_state_does_not_fit_it(string damage)
    {
        Written();
        Damage(damage);
        Assert.False(Maintenance.Verify(Database).IsWhole);
    }

    [Fact]
    public void Should_not_start_on_an_older_copy_of_the_file()
    {
        Written();
        var copy = Path.Combine(folder.FullName, "copy.db");
        File.Copy(Database, copy);
        Written("later");
        File.Copy(copy, Database, overwrite: true);
        var refused = Assert.Throws<EngineStartException>(() => EngineFile.Open(Database));
        Assert.Equal(EngineStartReason.DatabaseNotTheLast, refused.Reason);
        File.Delete(CommitMark.PathOf(Database));
        EngineFile.Open(Database).Dispose();
    }

    [Fact]
    public void Should_not_start_on_another_file_that_was_put_in_its_place()
    {
        Written();
        var other = Path.Combine(folder.FullName, "other.db");
        EngineFile.Open(other).Dispose();
        File.Move(other, Database, overwrite: true);
        var refused = Assert.Throws<EngineStartException>(() => EngineFile.Open(Database));
        Assert.Equal(EngineStartReason.DatabaseNotTheLast, refused.Reason);
        Assert.Contains(CommitMark.PathOf(Database), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_acknowledge_nothing_more_once_the_file_is_cut()
    {
        using var file = EngineFile.Open(Database);
        using var store = new SqliteStore(file);
        using var heart = new Heart(store: store);
        heart.Start("before");
        EngineFile.Execute(file.Writer, "PRAGMA wal_checkpoint(TRUNCATE)");
        heart.Start("while whole");
        using (var cut = new FileStream(Database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            cut.SetLength(cut.Length / 2);
        }

        Assert.ThrowsAny<IOException>(() => heart.Start("after"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    public void Should_acknowledge_nothing_more_once_the_file_or_its_journal_is_gone(string part)
    {
        using var file = EngineFile.Open(Database);
        using var store = new SqliteStore(file);
        using var heart = new Heart(store: store);
        heart.Start("before");
        heart.Start("with a journal");
        File.Delete(Database + part);
        Assert.ThrowsAny<IOException>(() => heart.Start("after"));
    }

    [Fact]
    public void Should_give_back_from_a_backup_made_beside_a_running_engine_all_that_it_had_then()
    {
        var backup = Path.Combine(folder.FullName, "backup");
        using (var file = EngineFile.Open(Database))
        using (var store = new SqliteStore(file))
        using (var heart = new Heart(store: store))
        {
            heart.Work(heart.Start("before"), Do.Timer("t", 60));
            Maintenance.Backup(Database, backup);
            heart.Start("between");
            Maintenance.Backup(Database, backup);
            heart.Start("after");
        }

        var restored = Path.Combine(folder.FullName, "restored", "engine.db");
        Maintenance.Restore(backup, restored);
        using (var file = EngineFile.Open(restored))
        using (var store = new SqliteStore(file))
        {
            Assert.NotNull(store.Current("default", "before"));
            Assert.NotNull(store.Current("default", "between"));
            Assert.Null(store.Current("default", "after"));
        }

        Maintenance.Compact(restored);
        Assert.True(Maintenance.Verify(restored).IsWhole);
    }

    [Fact]
    public void Should_restore_no_backup_that_is_damaged_and_none_over_a_file_that_is_there()
    {
        Written();
        var backup = Path.Combine(folder.FullName, "backup");
        Maintenance.Backup(Database, backup);
        Assert.Throws<MaintenanceException>(() => Maintenance.Restore(backup, Database));
        Damage("UPDATE history SET batch = CAST(batch || 'x' AS BLOB)", Directory.GetFiles(backup, "*.whole-*").Single());
        Assert.Throws<MaintenanceException>(() => Maintenance.Restore(backup, Path.Combine(folder.FullName, "other", "engine.db")));
    }

    private Run Written(string id = "w")
    {
        using var file = EngineFile.Open(Database);
        using var store = new SqliteStore(file);
        using var heart = new Heart(store: store);
        var run = heart.Start(id, r => r.Input = new Payloads());
        heart.Work(run, Do.Timer("t", 60), Do.Activity("a"));
        heart.Apply(run, new Signal("s", null, "client", "", null));
        return heart.Current(id);
    }

    private void Damage(string sql, string? database = null)
    {
        using var connection = CheckedPages.Connect(database ?? Database);
        connection.Open();
        EngineFile.Execute(connection, sql);
    }
}
