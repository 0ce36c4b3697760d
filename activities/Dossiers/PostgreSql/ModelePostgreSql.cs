using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Logging.Abstractions;

namespace FranceTravail.Parcours.Activities.Dossiers.PostgreSql;

/// <summary>What <c>dotnet ef migrations add</c> builds the model with; no running program uses it.</summary>
internal sealed class ModelePostgreSql : IDesignTimeDbContextFactory<DossiersPostgreSql>
{
    public DossiersPostgreSql CreateDbContext(string[] args) =>
        (DossiersPostgreSql)new FournisseurPostgreSql("Host=localhost;Database=modele", NullLoggerFactory.Instance, []).CreateDbContext();
}
