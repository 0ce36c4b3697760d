using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Logging.Abstractions;

namespace FranceTravail.Parcours.Activities.Dossiers.Sqlite;

/// <summary>What <c>dotnet ef migrations add</c> builds the model with; no running program uses it.</summary>
internal sealed class ModeleSqlite : IDesignTimeDbContextFactory<DossiersSqlite>
{
    public DossiersSqlite CreateDbContext(string[] args) => (DossiersSqlite)new FournisseurSqlite(":memory:", NullLoggerFactory.Instance, []).CreateDbContext();
}
