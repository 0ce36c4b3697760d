using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FranceTravail.Parcours.Activities.Tests.Dossiers.Contract;

/// <summary>Cuts before the statement or the commit of a rank, and after the commit that follows.</summary>
internal sealed class Coupure(int rang) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int reste = rang;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Passer(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Passer(result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => Passer(result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => Passer(result);

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        await Passer(0);

    private ValueTask<T> Passer<T>(T result) => Interlocked.Decrement(ref reste) == 0 ? throw new CoupureException() : new(result);

    internal sealed class CoupureException : Exception;
}
