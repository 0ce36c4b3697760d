using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FranceTravail.Parcours.Activities.Dossiers.Migrations
{
    /// <inheritdoc />
    public partial class BrouillonsEtEchecs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EnAttente",
                table: "TextesLibres",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Echecs",
                columns: table => new
                {
                    Service = table.Column<string>(type: "TEXT", nullable: false),
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    Essais = table.Column<int>(type: "INTEGER", nullable: false),
                    Depuis = table.Column<long>(type: "INTEGER", nullable: false),
                    ProchainEssai = table.Column<long>(type: "INTEGER", nullable: true),
                    Motif = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Echecs", x => new { x.Service, x.DossierId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_TextesLibres_EnAttente",
                table: "TextesLibres",
                column: "EnAttente");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Echecs");

            migrationBuilder.DropIndex(
                name: "IX_TextesLibres_EnAttente",
                table: "TextesLibres");

            migrationBuilder.DropColumn(
                name: "EnAttente",
                table: "TextesLibres");
        }
    }
}
