using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FranceTravail.Parcours.Activities.Dossiers.Migrations
{
    /// <inheritdoc />
    public partial class ProjectionParDossier : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Projection",
                table: "Dossiers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // A key is the dossier, a slash, the sequence.
            migrationBuilder.Sql("""
                UPDATE Dossiers SET Projection = derniere.n
                FROM (SELECT DossierId, MAX(CAST(substr(Cle, length(DossierId) + 2) AS INTEGER)) AS n FROM Projections GROUP BY DossierId) AS derniere
                WHERE derniere.DossierId = Dossiers.Id;
                """);

            migrationBuilder.DropTable(
                name: "Projections");

            migrationBuilder.CreateIndex(
                name: "IX_Dossiers_ReferentId_Statut",
                table: "Dossiers",
                columns: new[] { "ReferentId", "Statut" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Dossiers_ReferentId_Statut",
                table: "Dossiers");

            migrationBuilder.DropColumn(
                name: "Projection",
                table: "Dossiers");

            migrationBuilder.CreateTable(
                name: "Projections",
                columns: table => new
                {
                    Cle = table.Column<string>(type: "TEXT", nullable: false),
                    AppliqueeLe = table.Column<long>(type: "INTEGER", nullable: false),
                    DossierId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Projections", x => x.Cle);
                });
        }
    }
}
