using System.Data.Common;
using System.Text;
using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FranceTravail.Parcours.Benchmarks.Pages;

/// <summary>Puts rows of one entity in the store many at a time, past the context: a million of them would take it an hour.</summary>
internal sealed class Insertion<T>(DossiersDbContext db)
    where T : class
{
    private const int Batch = 50;

    private readonly IReadOnlyList<(IColumn Column, Func<T, object?> Value)> columns = [.. db.Model.FindEntityType(typeof(T))!.GetTableMappings().Single().Table.Columns
        .Select(column => (column, Reader(column.PropertyMappings[0].Property)))];

    private readonly List<T> waiting = [];

    public async Task AddAsync(params IEnumerable<T> rows)
    {
        waiting.AddRange(rows);
        while (waiting.Count >= Batch)
        {
            await WriteAsync(Batch);
        }
    }

    public async Task EndAsync()
    {
        while (waiting.Count > 0)
        {
            await WriteAsync(Math.Min(Batch, waiting.Count));
        }
    }

    private async Task WriteAsync(int count)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var sql = new StringBuilder($"INSERT INTO \"{columns[0].Column.Table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Column.Name}\""))}) VALUES ");
        for (var row = 0; row < count; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var at = 0; at < columns.Count; at++)
            {
                var name = $"@p{row}_{at}";
                sql.Append(at == 0 ? "" : ", ").Append(name);
                AddParameter(command, name, columns[at].Value(waiting[row]));
            }

            sql.Append(')');
        }

        command.CommandText = sql.ToString();
        await command.ExecuteNonQueryAsync();
        waiting.RemoveRange(0, count);
    }

    private static void AddParameter(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }

    /// <summary>The value of a column as the store keeps it; of a part of a complex property too.</summary>
    private static Func<T, object?> Reader(IProperty property)
    {
        var convert = property.GetTypeMapping().Converter;
        var member = property.PropertyInfo!;
        var owner = property.DeclaringType is IComplexType { ComplexProperty.PropertyInfo: { } complex } ? complex : null;
        return row =>
        {
            var value = member.GetValue(owner is null ? row : owner.GetValue(row));
            return convert is null ? value : convert.ConvertToProvider(value);
        };
    }
}
