using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FranceTravail.Parcours.Activities.Dossiers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Conseillers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", nullable: false),
                    Prenom = table.Column<string>(type: "TEXT", nullable: false),
                    Territoire = table.Column<string>(type: "TEXT", nullable: false),
                    Organisme = table.Column<string>(type: "TEXT", nullable: false),
                    Autorite = table.Column<string>(type: "TEXT", nullable: true),
                    Telephone = table.Column<string>(type: "TEXT", nullable: false),
                    Courriel = table.Column<string>(type: "TEXT", nullable: false),
                    Encadrant = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conseillers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Dossiers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    CleInscription = table.Column<string>(type: "TEXT", nullable: true),
                    ReferenceImport = table.Column<string>(type: "TEXT", nullable: true),
                    Nom = table.Column<string>(type: "TEXT", nullable: false),
                    Prenom = table.Column<string>(type: "TEXT", nullable: false),
                    NomRecherche = table.Column<string>(type: "TEXT", nullable: false),
                    DateNaissance = table.Column<string>(type: "TEXT", nullable: false),
                    CommuneInsee = table.Column<string>(type: "TEXT", nullable: false),
                    CommuneDuParcours = table.Column<string>(type: "TEXT", nullable: true),
                    ReferenceCaf = table.Column<string>(type: "TEXT", nullable: true),
                    Allocation = table.Column<string>(type: "TEXT", nullable: false),
                    StatutDroit = table.Column<string>(type: "TEXT", nullable: true),
                    DonneesId = table.Column<string>(type: "TEXT", nullable: true),
                    Territoire = table.Column<string>(type: "TEXT", nullable: false),
                    IdentifiantFranceTravail = table.Column<string>(type: "TEXT", nullable: true),
                    ReferentId = table.Column<string>(type: "TEXT", nullable: true),
                    TypeParcours = table.Column<string>(type: "TEXT", nullable: true),
                    Organisme = table.Column<string>(type: "TEXT", nullable: true),
                    SituationJson = table.Column<string>(type: "TEXT", nullable: false),
                    ModeleId = table.Column<string>(type: "TEXT", nullable: false),
                    ModeleVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Statut = table.Column<string>(type: "TEXT", nullable: false),
                    InscritLe = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosLe = table.Column<long>(type: "INTEGER", nullable: true),
                    Projection = table.Column<long>(type: "INTEGER", nullable: false),
                    NoeudId = table.Column<string>(type: "TEXT", nullable: true),
                    EtapeCourante = table.Column<string>(type: "TEXT", nullable: true),
                    ResponsableRole = table.Column<string>(type: "TEXT", nullable: true),
                    ResponsableId = table.Column<string>(type: "TEXT", nullable: true),
                    ResponsableFile = table.Column<string>(type: "TEXT", nullable: true),
                    ProchaineEcheance = table.Column<long>(type: "INTEGER", nullable: true),
                    EcheanceDeTri = table.Column<long>(type: "INTEGER", nullable: false),
                    ProchaineEcheanceJour = table.Column<string>(type: "TEXT", nullable: true),
                    ProchaineEcheanceObjet = table.Column<string>(type: "TEXT", nullable: true),
                    ProchaineEcheanceMotif = table.Column<string>(type: "TEXT", nullable: true),
                    ProchaineEcheanceBaseLegale = table.Column<string>(type: "TEXT", nullable: true),
                    DerniereParole = table.Column<long>(type: "INTEGER", nullable: true),
                    DernierRendezVous = table.Column<long>(type: "INTEGER", nullable: true),
                    DernierSigne = table.Column<long>(type: "INTEGER", nullable: false),
                    Besoins_AccesSansMarche = table.Column<bool>(type: "INTEGER", nullable: false),
                    Besoins_LangueDesSignes = table.Column<bool>(type: "INTEGER", nullable: false),
                    Besoins_LangueInterprete = table.Column<string>(type: "TEXT", nullable: true),
                    Contact_Adresse = table.Column<string>(type: "TEXT", nullable: true),
                    Contact_CodePostal = table.Column<string>(type: "TEXT", nullable: true),
                    Contact_Courriel = table.Column<string>(type: "TEXT", nullable: true),
                    Contact_Telephone = table.Column<string>(type: "TEXT", nullable: true),
                    Contact_Ville = table.Column<string>(type: "TEXT", nullable: true),
                    Foyer_EnfantsDeMoinsDe12Ans = table.Column<int>(type: "INTEGER", nullable: false),
                    Foyer_ParentIsole = table.Column<bool>(type: "INTEGER", nullable: false),
                    Foyer_Personnes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dossiers", x => x.Id);
                });

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

            migrationBuilder.CreateTable(
                name: "Identites",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    CreeeLe = table.Column<long>(type: "INTEGER", nullable: false),
                    BacASable = table.Column<bool>(type: "INTEGER", nullable: true),
                    Moteur = table.Column<string>(type: "TEXT", nullable: true),
                    Repere = table.Column<long>(type: "INTEGER", nullable: true),
                    ReperePrecedent = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Identites", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Lieux",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", nullable: false),
                    Adresse = table.Column<string>(type: "TEXT", nullable: false),
                    Telephone = table.Column<string>(type: "TEXT", nullable: false),
                    Visio = table.Column<string>(type: "TEXT", nullable: true),
                    Territoire = table.Column<string>(type: "TEXT", nullable: false),
                    Organisme = table.Column<string>(type: "TEXT", nullable: false),
                    Autorite = table.Column<string>(type: "TEXT", nullable: true),
                    Capacite = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lieux", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Modeles",
                columns: table => new
                {
                    ModeleId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Nom = table.Column<string>(type: "TEXT", nullable: false),
                    DefinitionJson = table.Column<string>(type: "TEXT", nullable: false),
                    ModeleJson = table.Column<string>(type: "TEXT", nullable: false),
                    Empreinte = table.Column<string>(type: "TEXT", nullable: false),
                    PublieeLe = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Modeles", x => new { x.ModeleId, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "VersionsSujets",
                columns: table => new
                {
                    Sujet = table.Column<string>(type: "TEXT", nullable: false),
                    Numero = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VersionsSujets", x => x.Sujet);
                });

            migrationBuilder.CreateTable(
                name: "Acces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    ActeurRole = table.Column<string>(type: "TEXT", nullable: false),
                    ActeurId = table.Column<string>(type: "TEXT", nullable: false),
                    Instant = table.Column<long>(type: "INTEGER", nullable: false),
                    Motif = table.Column<string>(type: "TEXT", nullable: false)
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
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Statut = table.Column<string>(type: "TEXT", nullable: false),
                    HeuresParSemaine = table.Column<double>(type: "REAL", nullable: false),
                    MotifHeures = table.Column<string>(type: "TEXT", nullable: true),
                    ProposeLe = table.Column<long>(type: "INTEGER", nullable: false),
                    SigneParPersonneLe = table.Column<long>(type: "INTEGER", nullable: true),
                    SigneParConseillerLe = table.Column<long>(type: "INTEGER", nullable: true),
                    ASignerAvantLe = table.Column<string>(type: "TEXT", nullable: false)
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
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    Cle = table.Column<string>(type: "TEXT", nullable: false),
                    Modele = table.Column<string>(type: "TEXT", nullable: false),
                    Canal = table.Column<string>(type: "TEXT", nullable: false),
                    Objet = table.Column<string>(type: "TEXT", nullable: false),
                    Fichier = table.Column<string>(type: "TEXT", nullable: false),
                    Empreinte = table.Column<string>(type: "TEXT", nullable: false),
                    CreeLe = table.Column<long>(type: "INTEGER", nullable: false),
                    EnvoyeLe = table.Column<long>(type: "INTEGER", nullable: true),
                    RecuLe = table.Column<long>(type: "INTEGER", nullable: true),
                    Preuve = table.Column<string>(type: "TEXT", nullable: true)
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
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Apres = table.Column<string>(type: "TEXT", nullable: false),
                    Valeurs = table.Column<string>(type: "TEXT", nullable: false),
                    Empreinte = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    ConseillerId = table.Column<string>(type: "TEXT", nullable: true),
                    EnAttente = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecuesLe = table.Column<long>(type: "INTEGER", nullable: false)
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
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    NoeudId = table.Column<string>(type: "TEXT", nullable: false),
                    Ordre = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Titre = table.Column<string>(type: "TEXT", nullable: false),
                    Statut = table.Column<string>(type: "TEXT", nullable: false),
                    EntreeLe = table.Column<string>(type: "TEXT", nullable: true),
                    SortieLe = table.Column<string>(type: "TEXT", nullable: true),
                    Precision = table.Column<string>(type: "TEXT", nullable: true),
                    AvantLe = table.Column<string>(type: "TEXT", nullable: true)
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
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    Flux = table.Column<string>(type: "TEXT", nullable: false),
                    Epoque = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Decision = table.Column<long>(type: "INTEGER", nullable: false),
                    FilId = table.Column<string>(type: "TEXT", nullable: false),
                    Abandonne = table.Column<bool>(type: "INTEGER", nullable: false),
                    Le = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Phrase = table.Column<string>(type: "TEXT", nullable: false),
                    BaseLegale = table.Column<string>(type: "TEXT", nullable: true),
                    Ton = table.Column<string>(type: "TEXT", nullable: false),
                    AuteurRole = table.Column<string>(type: "TEXT", nullable: false),
                    AuteurId = table.Column<string>(type: "TEXT", nullable: false),
                    NoeudId = table.Column<string>(type: "TEXT", nullable: false),
                    Donnees = table.Column<string>(type: "TEXT", nullable: false)
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
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    NoeudId = table.Column<string>(type: "TEXT", nullable: false),
                    Etape = table.Column<string>(type: "TEXT", nullable: true),
                    OuvertLe = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosLe = table.Column<long>(type: "INTEGER", nullable: true),
                    Separe = table.Column<bool>(type: "INTEGER", nullable: false),
                    ResponsableRole = table.Column<string>(type: "TEXT", nullable: true),
                    ResponsableId = table.Column<string>(type: "TEXT", nullable: true),
                    ResponsableFile = table.Column<string>(type: "TEXT", nullable: true),
                    ProchaineEcheance = table.Column<long>(type: "INTEGER", nullable: true),
                    ProchaineEcheanceJour = table.Column<string>(type: "TEXT", nullable: true),
                    ProchaineEcheanceObjet = table.Column<string>(type: "TEXT", nullable: true)
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
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    Flux = table.Column<string>(type: "TEXT", nullable: false),
                    RunId = table.Column<string>(type: "TEXT", nullable: false),
                    Epoque = table.Column<int>(type: "INTEGER", nullable: false),
                    Avant = table.Column<long>(type: "INTEGER", nullable: false),
                    Numero = table.Column<long>(type: "INTEGER", nullable: false),
                    Gardees = table.Column<string>(type: "TEXT", nullable: true),
                    Etat = table.Column<string>(type: "TEXT", nullable: false),
                    SuiviLe = table.Column<long>(type: "INTEGER", nullable: false)
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
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    CommenceeLe = table.Column<long>(type: "INTEGER", nullable: false)
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
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Objet = table.Column<string>(type: "TEXT", nullable: false),
                    Debut = table.Column<long>(type: "INTEGER", nullable: false),
                    Fin = table.Column<long>(type: "INTEGER", nullable: false),
                    Lieu = table.Column<string>(type: "TEXT", nullable: true),
                    ConseillerId = table.Column<string>(type: "TEXT", nullable: true),
                    Statut = table.Column<string>(type: "TEXT", nullable: false)
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
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    Lundi = table.Column<string>(type: "TEXT", nullable: false),
                    HeuresPrevues = table.Column<double>(type: "REAL", nullable: false),
                    HeuresDeclarees = table.Column<double>(type: "REAL", nullable: true),
                    HeuresValidees = table.Column<double>(type: "REAL", nullable: true),
                    Statut = table.Column<string>(type: "TEXT", nullable: false)
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
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Flux = table.Column<string>(type: "TEXT", nullable: false),
                    FilId = table.Column<string>(type: "TEXT", nullable: false),
                    NoeudId = table.Column<string>(type: "TEXT", nullable: false),
                    Etape = table.Column<string>(type: "TEXT", nullable: false),
                    Nature = table.Column<string>(type: "TEXT", nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", nullable: false),
                    Precision = table.Column<string>(type: "TEXT", nullable: true),
                    Territoire = table.Column<string>(type: "TEXT", nullable: false),
                    ResponsableRole = table.Column<string>(type: "TEXT", nullable: false),
                    ResponsableId = table.Column<string>(type: "TEXT", nullable: true),
                    ResponsableFile = table.Column<string>(type: "TEXT", nullable: true),
                    Ecartes = table.Column<string>(type: "TEXT", nullable: true),
                    Echeance = table.Column<long>(type: "INTEGER", nullable: false),
                    EcheanceJour = table.Column<string>(type: "TEXT", nullable: false),
                    EcheanceMotif = table.Column<string>(type: "TEXT", nullable: false),
                    BaseLegale = table.Column<string>(type: "TEXT", nullable: true),
                    OuverteLe = table.Column<long>(type: "INTEGER", nullable: false),
                    DemandeeLe = table.Column<long>(type: "INTEGER", nullable: true),
                    Statut = table.Column<string>(type: "TEXT", nullable: false),
                    CloseLe = table.Column<long>(type: "INTEGER", nullable: true),
                    Gestes = table.Column<string>(type: "TEXT", nullable: false),
                    DernierRappel = table.Column<long>(type: "INTEGER", nullable: true),
                    EscaladeLe = table.Column<long>(type: "INTEGER", nullable: true),
                    Escaladee = table.Column<bool>(type: "INTEGER", nullable: false),
                    ObjetId = table.Column<string>(type: "TEXT", nullable: true)
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
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    Flux = table.Column<string>(type: "TEXT", nullable: false),
                    AuteurRole = table.Column<string>(type: "TEXT", nullable: false),
                    AuteurId = table.Column<string>(type: "TEXT", nullable: true),
                    Texte = table.Column<string>(type: "TEXT", nullable: false),
                    EnAttente = table.Column<string>(type: "TEXT", nullable: true),
                    Envois = table.Column<int>(type: "INTEGER", nullable: false),
                    CreeLe = table.Column<long>(type: "INTEGER", nullable: false)
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
                    DossierId = table.Column<string>(type: "TEXT", nullable: false),
                    ContratId = table.Column<string>(type: "TEXT", nullable: false),
                    Ordre = table.Column<int>(type: "INTEGER", nullable: false),
                    Cote = table.Column<string>(type: "TEXT", nullable: false),
                    Nature = table.Column<string>(type: "TEXT", nullable: false),
                    Libelle = table.Column<string>(type: "TEXT", nullable: false),
                    HeuresParSemaine = table.Column<double>(type: "REAL", nullable: true),
                    TexteId = table.Column<string>(type: "TEXT", nullable: true)
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
                name: "IX_Taches_ResponsableFile_ResponsableRole_CloseLe_Echeance_DossierId_Id",
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

            migrationBuilder.CreateIndex(
                name: "IX_VersionsSujets_Numero",
                table: "VersionsSujets",
                column: "Numero");
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
