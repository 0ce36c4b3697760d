using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FranceTravail.Parcours.Activities.Dossiers.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateTable(
                name: "Conseillers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Nom = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Prenom = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Territoire = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Organisme = table.Column<string>(type: "text", nullable: false),
                    Autorite = table.Column<string>(type: "text", nullable: true),
                    Telephone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Courriel = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Encadrant = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conseillers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Dossiers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CleInscription = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReferenceImport = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Nom = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Prenom = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NomRecherche = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DateNaissance = table.Column<string>(type: "text", nullable: false),
                    CommuneInsee = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CommuneDuParcours = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReferenceCaf = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Allocation = table.Column<string>(type: "text", nullable: false),
                    StatutDroit = table.Column<string>(type: "text", nullable: true),
                    DonneesId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Territoire = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IdentifiantFranceTravail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReferentId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TypeParcours = table.Column<string>(type: "text", nullable: true),
                    Organisme = table.Column<string>(type: "text", nullable: true),
                    SituationJson = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ModeleId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ModeleVersion = table.Column<int>(type: "integer", nullable: false),
                    Statut = table.Column<string>(type: "text", nullable: false),
                    InscritLe = table.Column<long>(type: "bigint", nullable: false),
                    ClosLe = table.Column<long>(type: "bigint", nullable: true),
                    Projection = table.Column<long>(type: "bigint", nullable: false),
                    NoeudId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EtapeCourante = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ResponsableRole = table.Column<string>(type: "text", nullable: true),
                    ResponsableId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ResponsableFile = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProchaineEcheance = table.Column<long>(type: "bigint", nullable: true),
                    EcheanceDeTri = table.Column<long>(type: "bigint", nullable: false),
                    ProchaineEcheanceJour = table.Column<string>(type: "text", nullable: true),
                    ProchaineEcheanceObjet = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProchaineEcheanceMotif = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProchaineEcheanceBaseLegale = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DerniereParole = table.Column<long>(type: "bigint", nullable: true),
                    DernierRendezVous = table.Column<long>(type: "bigint", nullable: true),
                    DernierSigne = table.Column<long>(type: "bigint", nullable: false),
                    Besoins_AccesSansMarche = table.Column<bool>(type: "boolean", nullable: false),
                    Besoins_LangueDesSignes = table.Column<bool>(type: "boolean", nullable: false),
                    Besoins_LangueInterprete = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Contact_Adresse = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Contact_CodePostal = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Contact_Courriel = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Contact_Telephone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Contact_Ville = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Foyer_EnfantsDeMoinsDe12Ans = table.Column<int>(type: "integer", nullable: false),
                    Foyer_ParentIsole = table.Column<bool>(type: "boolean", nullable: false),
                    Foyer_Personnes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dossiers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Echecs",
                columns: table => new
                {
                    Service = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Essais = table.Column<int>(type: "integer", nullable: false),
                    Depuis = table.Column<long>(type: "bigint", nullable: false),
                    ProchainEssai = table.Column<long>(type: "bigint", nullable: true),
                    Motif = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Echecs", x => new { x.Service, x.DossierId });
                });

            migrationBuilder.CreateTable(
                name: "Identites",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreeeLe = table.Column<long>(type: "bigint", nullable: false),
                    BacASable = table.Column<bool>(type: "boolean", nullable: true),
                    Moteur = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Repere = table.Column<long>(type: "bigint", nullable: true),
                    ReperePrecedent = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Identites", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Lieux",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Nom = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Adresse = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Telephone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Visio = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Territoire = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Organisme = table.Column<string>(type: "text", nullable: false),
                    Autorite = table.Column<string>(type: "text", nullable: true),
                    Capacite = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lieux", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Modeles",
                columns: table => new
                {
                    ModeleId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Nom = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DefinitionJson = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ModeleJson = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Empreinte = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PublieeLe = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Modeles", x => new { x.ModeleId, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "VersionsSujets",
                columns: table => new
                {
                    Sujet = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Numero = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VersionsSujets", x => x.Sujet);
                });

            migrationBuilder.CreateTable(
                name: "Acces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ActeurRole = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ActeurId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Instant = table.Column<long>(type: "bigint", nullable: false),
                    Motif = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Acces_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Contrats",
                columns: table => new
                {
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Statut = table.Column<string>(type: "text", nullable: false),
                    HeuresParSemaine = table.Column<double>(type: "double precision", nullable: false),
                    MotifHeures = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProposeLe = table.Column<long>(type: "bigint", nullable: false),
                    SigneParPersonneLe = table.Column<long>(type: "bigint", nullable: true),
                    SigneParConseillerLe = table.Column<long>(type: "bigint", nullable: true),
                    ASignerAvantLe = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contrats", x => new { x.DossierId, x.Id });
                    table.ForeignKey(
                        name: "FK_Contrats_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Courriers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Cle = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Modele = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Canal = table.Column<string>(type: "text", nullable: false),
                    Objet = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Fichier = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Empreinte = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreeLe = table.Column<long>(type: "bigint", nullable: false),
                    EnvoyeLe = table.Column<long>(type: "bigint", nullable: true),
                    RecuLe = table.Column<long>(type: "bigint", nullable: true),
                    Preuve = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Courriers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Courriers_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Donnees",
                columns: table => new
                {
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Apres = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Valeurs = table.Column<string>(type: "text", nullable: false),
                    Empreinte = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "text", nullable: false),
                    ConseillerId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EnAttente = table.Column<bool>(type: "boolean", nullable: false),
                    RecuesLe = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Donnees", x => new { x.DossierId, x.Id });
                    table.ForeignKey(
                        name: "FK_Donnees_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Etapes",
                columns: table => new
                {
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NoeudId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Ordre = table.Column<int>(type: "integer", nullable: false),
                    Type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Titre = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Statut = table.Column<string>(type: "text", nullable: false),
                    EntreeLe = table.Column<string>(type: "text", nullable: true),
                    SortieLe = table.Column<string>(type: "text", nullable: true),
                    Precision = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AvantLe = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Etapes", x => new { x.DossierId, x.NoeudId });
                    table.ForeignKey(
                        name: "FK_Etapes_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Faits",
                columns: table => new
                {
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Flux = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Epoque = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Decision = table.Column<long>(type: "bigint", nullable: false),
                    FilId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Abandonne = table.Column<bool>(type: "boolean", nullable: false),
                    Le = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Phrase = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BaseLegale = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Ton = table.Column<string>(type: "text", nullable: false),
                    AuteurRole = table.Column<string>(type: "text", nullable: false),
                    AuteurId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NoeudId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Donnees = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Faits", x => new { x.DossierId, x.Flux, x.Epoque, x.Sequence });
                    table.ForeignKey(
                        name: "FK_Faits_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Fils",
                columns: table => new
                {
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NoeudId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Etape = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OuvertLe = table.Column<long>(type: "bigint", nullable: false),
                    ClosLe = table.Column<long>(type: "bigint", nullable: true),
                    Separe = table.Column<bool>(type: "boolean", nullable: false),
                    ResponsableRole = table.Column<string>(type: "text", nullable: true),
                    ResponsableId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ResponsableFile = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProchaineEcheance = table.Column<long>(type: "bigint", nullable: true),
                    ProchaineEcheanceJour = table.Column<string>(type: "text", nullable: true),
                    ProchaineEcheanceObjet = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fils", x => new { x.DossierId, x.Id });
                    table.ForeignKey(
                        name: "FK_Fils_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Flux",
                columns: table => new
                {
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Flux = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RunId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Epoque = table.Column<int>(type: "integer", nullable: false),
                    Avant = table.Column<long>(type: "bigint", nullable: false),
                    Numero = table.Column<long>(type: "bigint", nullable: false),
                    Gardees = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Etat = table.Column<string>(type: "text", nullable: false),
                    SuiviLe = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Flux", x => new { x.DossierId, x.Flux, x.RunId });
                    table.ForeignKey(
                        name: "FK_Flux_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reconstructions",
                columns: table => new
                {
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CommenceeLe = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reconstructions", x => x.DossierId);
                    table.ForeignKey(
                        name: "FK_Reconstructions_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RendezVous",
                columns: table => new
                {
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Objet = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Debut = table.Column<long>(type: "bigint", nullable: false),
                    Fin = table.Column<long>(type: "bigint", nullable: false),
                    Lieu = table.Column<string>(type: "text", nullable: true),
                    ConseillerId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Statut = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RendezVous", x => new { x.DossierId, x.Id });
                    table.ForeignKey(
                        name: "FK_RendezVous_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Semaines",
                columns: table => new
                {
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Lundi = table.Column<string>(type: "text", nullable: false),
                    HeuresPrevues = table.Column<double>(type: "double precision", nullable: false),
                    HeuresDeclarees = table.Column<double>(type: "double precision", nullable: true),
                    HeuresValidees = table.Column<double>(type: "double precision", nullable: true),
                    Statut = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Semaines", x => new { x.DossierId, x.Lundi });
                    table.ForeignKey(
                        name: "FK_Semaines_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Taches",
                columns: table => new
                {
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Flux = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FilId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NoeudId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Etape = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Nature = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Libelle = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Precision = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Territoire = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ResponsableRole = table.Column<string>(type: "text", nullable: false),
                    ResponsableId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ResponsableFile = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Ecartes = table.Column<string>(type: "text", nullable: true),
                    Echeance = table.Column<long>(type: "bigint", nullable: false),
                    EcheanceJour = table.Column<string>(type: "text", nullable: false),
                    EcheanceMotif = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BaseLegale = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OuverteLe = table.Column<long>(type: "bigint", nullable: false),
                    DemandeeLe = table.Column<long>(type: "bigint", nullable: true),
                    Statut = table.Column<string>(type: "text", nullable: false),
                    CloseLe = table.Column<long>(type: "bigint", nullable: true),
                    Gestes = table.Column<string>(type: "text", nullable: false),
                    DernierRappel = table.Column<long>(type: "bigint", nullable: true),
                    EscaladeLe = table.Column<long>(type: "bigint", nullable: true),
                    Escaladee = table.Column<bool>(type: "boolean", nullable: false),
                    ObjetId = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Taches", x => new { x.DossierId, x.Id });
                    table.ForeignKey(
                        name: "FK_Taches_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TextesLibres",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Flux = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AuteurRole = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AuteurId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Texte = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EnAttente = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Envois = table.Column<int>(type: "integer", nullable: false),
                    CreeLe = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextesLibres", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TextesLibres_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LigneContrat",
                columns: table => new
                {
                    DossierId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ContratId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Ordre = table.Column<int>(type: "integer", nullable: false),
                    Cote = table.Column<string>(type: "text", nullable: false),
                    Nature = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Libelle = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HeuresParSemaine = table.Column<double>(type: "double precision", nullable: true),
                    TexteId = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LigneContrat", x => new { x.DossierId, x.ContratId, x.Ordre });
                    table.ForeignKey(
                        name: "FK_LigneContrat_Contrats_DossierId_ContratId",
                        columns: x => new { x.DossierId, x.ContratId },
                        principalTable: "Contrats",
                        principalColumns: new[] { "DossierId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Acces_DossierId_Instant",
                table: "Acces",
                columns: new[] { "DossierId", "Instant" });

            migrationBuilder.CreateIndex(
                name: "IX_Conseillers_Territoire",
                table: "Conseillers",
                column: "Territoire");

            migrationBuilder.CreateIndex(
                name: "IX_Courriers_Cle",
                table: "Courriers",
                column: "Cle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Courriers_CreeLe",
                table: "Courriers",
                column: "CreeLe");

            migrationBuilder.CreateIndex(
                name: "IX_Courriers_DossierId_CreeLe",
                table: "Courriers",
                columns: new[] { "DossierId", "CreeLe" });

            migrationBuilder.CreateIndex(
                name: "IX_Donnees_DossierId_Apres_Empreinte",
                table: "Donnees",
                columns: new[] { "DossierId", "Apres", "Empreinte" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Donnees_EnAttente",
                table: "Donnees",
                column: "EnAttente");

            migrationBuilder.CreateIndex(
                name: "IX_Dossiers_CleInscription",
                table: "Dossiers",
                column: "CleInscription",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Dossiers_Recherche",
                table: "Dossiers",
                column: "NomRecherche")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_Dossiers_ReferenceCaf",
                table: "Dossiers",
                column: "ReferenceCaf");

            migrationBuilder.CreateIndex(
                name: "IX_Dossiers_ReferenceImport",
                table: "Dossiers",
                column: "ReferenceImport",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Dossiers_ReferentId_EcheanceDeTri_NomRecherche_Id",
                table: "Dossiers",
                columns: new[] { "ReferentId", "EcheanceDeTri", "NomRecherche", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Dossiers_ReferentId_Statut_DernierSigne_Id",
                table: "Dossiers",
                columns: new[] { "ReferentId", "Statut", "DernierSigne", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Dossiers_Statut_ProchaineEcheance",
                table: "Dossiers",
                columns: new[] { "Statut", "ProchaineEcheance" });

            migrationBuilder.CreateIndex(
                name: "IX_Dossiers_Territoire_EcheanceDeTri_NomRecherche_Id",
                table: "Dossiers",
                columns: new[] { "Territoire", "EcheanceDeTri", "NomRecherche", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Etapes_Type_Statut_DossierId",
                table: "Etapes",
                columns: new[] { "Type", "Statut", "DossierId" });

            migrationBuilder.CreateIndex(
                name: "IX_Lieux_Territoire",
                table: "Lieux",
                column: "Territoire");

            migrationBuilder.CreateIndex(
                name: "IX_RendezVous_ConseillerId_Debut",
                table: "RendezVous",
                columns: new[] { "ConseillerId", "Debut" });

            migrationBuilder.CreateIndex(
                name: "IX_Taches_ResponsableFile_ResponsableRole_CloseLe_Echeance_Dos~",
                table: "Taches",
                columns: new[] { "ResponsableFile", "ResponsableRole", "CloseLe", "Echeance", "DossierId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Taches_ResponsableId_CloseLe_Echeance_DossierId_Id",
                table: "Taches",
                columns: new[] { "ResponsableId", "CloseLe", "Echeance", "DossierId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Taches_Territoire_Echeance_DossierId_Id",
                table: "Taches",
                columns: new[] { "Territoire", "Echeance", "DossierId", "Id" },
                filter: "\"Escaladee\" AND \"CloseLe\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TextesLibres_DossierId",
                table: "TextesLibres",
                column: "DossierId");

            migrationBuilder.CreateIndex(
                name: "IX_TextesLibres_EnAttente",
                table: "TextesLibres",
                column: "EnAttente");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Acces");

            migrationBuilder.DropTable(
                name: "Conseillers");

            migrationBuilder.DropTable(
                name: "Courriers");

            migrationBuilder.DropTable(
                name: "Donnees");

            migrationBuilder.DropTable(
                name: "Echecs");

            migrationBuilder.DropTable(
                name: "Etapes");

            migrationBuilder.DropTable(
                name: "Faits");

            migrationBuilder.DropTable(
                name: "Fils");

            migrationBuilder.DropTable(
                name: "Flux");

            migrationBuilder.DropTable(
                name: "Identites");

            migrationBuilder.DropTable(
                name: "Lieux");

            migrationBuilder.DropTable(
                name: "LigneContrat");

            migrationBuilder.DropTable(
                name: "Modeles");

            migrationBuilder.DropTable(
                name: "Reconstructions");

            migrationBuilder.DropTable(
                name: "RendezVous");

            migrationBuilder.DropTable(
                name: "Semaines");

            migrationBuilder.DropTable(
                name: "Taches");

            migrationBuilder.DropTable(
                name: "TextesLibres");

            migrationBuilder.DropTable(
                name: "VersionsSujets");

            migrationBuilder.DropTable(
                name: "Contrats");

            migrationBuilder.DropTable(
                name: "Dossiers");
        }
    }
}
