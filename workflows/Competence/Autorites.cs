using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>Names an authority in its place.</summary>
internal static class Autorites
{
    public static Autorite De(Decideur decideur, Executif? executif, Commune commune)
    {
        var departement = CodeGeographique.DepartementDe(commune);
        return decideur switch
        {
            Decideur.FranceTravail when departement.EstCollectivite => new()
            {
                Decideur = decideur,
                Titre = $"directeur régional de France Travail compétent pour {commune.Nom}",
                Nom = "France Travail",
            },
            Decideur.FranceTravail => new()
            {
                Decideur = decideur,
                Titre = $"directeur régional de France Travail {CodeGeographique.RegionDe(commune).DuNom}",
                Nom = $"France Travail {CodeGeographique.RegionDe(commune).Nom}",
            },
            Decideur.DirecteurCaf => new()
            {
                Decideur = decideur,
                Titre = $"directeur de la {Francais.Minuscule(Caf(departement))}",
                Nom = Caf(departement),
            },
            Decideur.MissionLocale => new()
            {
                Decideur = decideur,
                Titre = $"représentant légal de la mission locale compétente pour {commune.Nom}",
                Nom = $"Mission locale compétente pour {commune.Nom}",
            },
            Decideur.CapEmploi => new()
            {
                Decideur = decideur,
                Titre = $"représentant légal du Cap emploi compétent pour {commune.Nom}",
                Nom = $"Cap emploi compétent pour {commune.Nom}",
            },
            _ => new() { Decideur = decideur, Titre = executif!.Titre, Nom = executif.Nom, Adresse = executif.Adresse },
        };
    }

    /// <summary>Who pays what a person receives; null when she receives nothing, or where it is not known.</summary>
    public static string? OrganismePayeur(PersonneConcernee personne, Commune commune) => personne switch
    {
        { ARsa: true } when CodeGeographique.DepartementDe(commune).EstCollectivite => null,
        { ARsa: true } when CodeGeographique.DepartementDe(commune).EstOutreMer => Caf(CodeGeographique.DepartementDe(commune)),
        { ARsa: true } => $"{Caf(CodeGeographique.DepartementDe(commune))}, ou mutualité sociale agricole",
        { AAllocationJeune: true, SuivieParMissionLocale: true } => "Agence de services et de paiement",
        { ARevenuDeRemplacement: true } or { AAllocationJeune: true } => "France Travail",
        _ => null,
    };

    /// <summary>Mayotte has no CAF: its social security pays the family benefits, and its director has those powers (CASF, art. R542-6).</summary>
    private static string Caf(Departement departement) =>
        departement.Code == "976" ? "Caisse de sécurité sociale de Mayotte" : $"Caisse d’allocations familiales {departement.DuNom}";
}
