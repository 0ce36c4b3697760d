using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Says a failure of the store in the words of <see cref="MotifDossiers"/>, wherever it happens: connecting, a statement, a commit.</summary>
internal sealed class TraductionErreurs(FournisseurDossiers fournisseur) : IDbConnectionInterceptor, IDbCommandInterceptor, IDbTransactionInterceptor
{
    public Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default) =>
        TraduireAsync(eventData.Exception);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default) =>
        TraduireAsync(eventData.Exception);

    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default) =>
        TraduireAsync(eventData.Exception);

    private Task TraduireAsync(Exception erreur) => fournisseur.MotifDe(erreur) is { } motif
        ? Task.FromException(new DossiersException(motif, fournisseur.Nom, erreur))
        : Task.CompletedTask;
}
