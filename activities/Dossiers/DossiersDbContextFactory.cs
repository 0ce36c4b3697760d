using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>What <c>dotnet ef migrations add</c> builds the model with; no running program uses it.</summary>
internal sealed class DossiersDbContextFactory : IDesignTimeDbContextFactory<DossiersDbContext>
{
    public DossiersDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<DossiersDbContext>().UseSqlite("Data Source=:memory:").Options);
}
