using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Droit;
using NodaTime;
using static FranceTravail.Parcours.Workflows.Competence.ReponseCompetence;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>
/// Who is competent, by act, person, commune and day: dated data, never a constant. A deployment adds its addresses and
/// delegations with <c>TableCompetence.Nationale with { … }</c>.
/// </summary>
public sealed record TableCompetence
{
    /// <summary>Of her, the law looks at nothing but the RSA.</summary>
    private static readonly PersonneConcernee BeneficiaireRsa = new() { Allocation = AllocationPercue.Rsa, Porte = PorteInscription.Rsa, Age = 40, Boe = false };

    public static TableCompetence Nationale { get; } = new()
    {
        Lois = Lois.Nationales,
        Pouvoirs = DonneesCompetence.Pouvoirs,
        Executifs = DonneesCompetence.Executifs,
        Adresses = DonneesCompetence.Adresses,
    };

    public required Lois Lois { get; init; }

    /// <summary>Where the departmental executive has not both powers over RSA recipients.</summary>
    public required IReadOnlyList<PouvoirRsa> Pouvoirs { get; init; }

    /// <summary>Where it is not the président du conseil départemental of the département.</summary>
    public required IReadOnlyList<Executif> Executifs { get; init; }

    /// <summary>Name of a body → its address.</summary>
    public required IReadOnlyDictionary<string, string> Adresses { get; init; }

    /// <summary>What a deployment says of its authorities; the narrowest place comes first.</summary>
    public IReadOnlyList<CoordonneesAutorite> Coordonnees { get; init; } = [];

    public IReadOnlyList<Delegation> Delegations { get; init; } = [];

    public IReadOnlyList<DelegationSignature> Signatures { get; init; } = [];

    /// <summary>Who decides an act for a person who lives in a commune.</summary>
    /// <param name="acte">The act.</param>
    /// <param name="personne">The person on that day.</param>
    /// <param name="commune">Where she lives on that day.</param>
    /// <param name="le">The day of the act.</param>
    public ReponseCompetence Trouver(NatureActe acte, PersonneConcernee personne, Commune commune, LocalDate le)
    {
        if (Lois.Competences.Trouver(le) is not { } regles)
        {
            return new Inconnue(DroitInconnuException.Dire("la compétence", le, Lois.Competences.Toutes[0].Version));
        }

        if (CodeGeographique.DepartementDe(commune) is { EstHorsChamp: true } horsChamp)
        {
            return new Inconnue($"Ni le Code du travail ni le RSA ne s’appliquent à {commune.Nom} ({horsChamp.Nom}).");
        }

        if (Lois.Inscription.Trouver(le) is { } inscription && personne.Age < inscription.AgeMinimum)
        {
            return new Inconnue($"Une personne ne peut pas être inscrite avant {Redaction.Francais.EnToutesLettres(inscription.AgeMinimum)} ans ({inscription.InstructionObligatoire}).");
        }

        return regles.Trouver(acte, personne) is { } ligne
            ? Situer(ligne, acte, commune, le, regles.Version)
            : new Inconnue(SansObjet(acte, regles.Version));
    }

    /// <summary>Who orients an RSA recipient of a commune on a day, without any delegation.</summary>
    public ReponseCompetence OrientationRsa(Commune commune, LocalDate le) => Trouver(NatureActe.Orientation, BeneficiaireRsa, commune, le);

    /// <summary>Who suspends or suppresses the RSA of a recipient of a commune on a day, without any delegation.</summary>
    public ReponseCompetence SanctionRsa(Commune commune, LocalDate le) => Trouver(NatureActe.Suspension, BeneficiaireRsa, commune, le);

    /// <summary>The executive of a place with the powers of a président du conseil départemental; null where it is not known.</summary>
    public Executif? ExecutifDe(Commune commune, LocalDate le)
    {
        if (Executifs.Where(e => e.Periode.Contient(le)).OrderBy(e => e.Ressort.Finesse(commune) ?? int.MaxValue).FirstOrDefault(e => e.Ressort.Contient(commune)) is { } propre)
        {
            return propre;
        }

        return CodeGeographique.DepartementDe(commune) is { EstCollectivite: false } departement ? new(
            Ressort.DesDepartements(departement.Code), new(LocalDate.MinIsoValue), Decideur.PresidentConseilDepartemental,
            $"président du conseil départemental {departement.DuNom}", $"Département {departement.DuNom}", Adresse: null)
            : null;
    }

    /// <summary>An authority of a kind as it is called, and written to, in a place.</summary>
    public Autorite Nommer(Decideur decideur, Commune commune, LocalDate le)
    {
        var autorite = Autorites.De(decideur, ExecutifDe(commune, le), commune);
        var dites = Coordonnees.Where(c => c.De == decideur && c.Periode.Contient(le) && c.Ressort.Contient(commune)).MinBy(c => c.Ressort.Finesse(commune));
        return autorite with
        {
            Titre = dites?.Titre ?? autorite.Titre,
            Nom = dites?.Nom ?? autorite.Nom,
            Adresse = dites?.Adresse ?? Adresses.GetValueOrDefault(autorite.Nom) ?? autorite.Adresse,
            Telephone = dites?.Telephone,
            Courriel = dites?.Courriel,
            Mediateur = dites?.Mediateur,
            Tribunal = dites?.Tribunal,
        };
    }

    private ReponseCompetence Situer(RegleCompetence ligne, NatureActe acte, Commune commune, LocalDate le, VersionDroit version)
    {
        var pouvoir = Pouvoirs.FirstOrDefault(p => p.Periode.Contient(le) && p.Ressort.Contient(commune));
        var executif = ExecutifDe(commune, le);
        var raison = ligne.Decide switch
        {
            FonctionDecideur.OrientationRsa => pouvoir?.OrientationInconnue,
            FonctionDecideur.SanctionRsa => pouvoir?.SanctionInconnue,
            _ => null,
        };
        if (raison is not null)
        {
            return new Inconnue(raison);
        }

        var (decideur, article) = ligne.Decide switch
        {
            FonctionDecideur.OrientationRsa => (pouvoir?.Orientation ?? executif!.Decideur, pouvoir?.Article ?? executif!.Article),
            FonctionDecideur.SanctionRsa => (pouvoir?.Sanction ?? executif!.Decideur, pouvoir?.Article ?? executif!.Article),
            FonctionDecideur.MissionLocale => (Decideur.MissionLocale, null),
            FonctionDecideur.CapEmploi => (Decideur.CapEmploi, null),
            _ => (Decideur.FranceTravail, (Article?)null),
        };
        List<Delegation> delegations = [.. Delegations.Where(d => d.Vaut(acte, decideur, commune, le))];
        return new Competente(
            Nommer(decideur, commune, le),
            article is null ? ligne.Articles : [.. ligne.Articles, article],
            version)
        {
            Delegations = delegations,
            Signataires = [.. Signatures.Where(s => s.Vaut(acte, decideur, commune, le) || delegations.Any(d => s.Vaut(acte, d.A, commune, le)))],
        };
    }

    private static string SansObjet(NatureActe acte, VersionDroit version) => acte switch
    {
        NatureActe.Avertissement when version.DepuisLe < VersionDroit.Remobilisation.DepuisLe => "L’avertissement n’existait pas encore à cette date.",
        NatureActe.Avertissement => "Un avertissement ne s’adresse qu’à une personne sans allocation ni RSA.",
        NatureActe.RefusDeLever => "Sans allocation ni RSA, il n’y a pas de suspension à lever.",
        _ => "Une suspension ou une suppression suppose une allocation ou le RSA.",
    };
}
