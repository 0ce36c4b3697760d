using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Droit.Questions;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Courriers;

/// <summary>An invented person in a situation, for whom a territory reads a letter before anybody receives one.</summary>
public sealed record CasApercu
{
    /// <summary>How many days before an appointment a reminder comes.</summary>
    public const string JoursAvant = "7";

    /// <summary>Of a first contract.</summary>
    public const int Version = 1;

    private const int AgeMax = 120;

    /// <summary>What may be said of the case; what is not said has a usual value.</summary>
    public static IReadOnlyList<string> Colonnes { get; } = ["allocation", "commune", "porte", "age", "boe", "organisme", "de", "calcul", "heures", "date"];

    public required DroitCourrier Droit { get; init; }

    /// <summary>Who accompanies, or will.</summary>
    public required OrganismeReferent Organisme { get; init; }

    /// <summary>Where she lived before; null where that is not said.</summary>
    public Commune? Quittee { get; init; }

    public required bool Calcul { get; init; }

    /// <summary>A week, in a contract.</summary>
    public required decimal Heures { get; init; }

    public LocalDate Le => Droit.Loi.Le;

    /// <summary>She has the RSA, as the letter of a decision keeps it.</summary>
    public string DitRsa => Codes.De(Droit.Personne.ARsa);

    public CalendrierCivil Calendrier => CalendriersCommunes.Nationaux.De(Commune.Code);

    /// <summary>A day that comes, where a letter says one.</summary>
    public LocalDate Bientot => Le.PlusWeeks(1);

    /// <summary>Of an appointment on that day.</summary>
    public Instant Debut => Bientot.At(new LocalTime(10, 0)).InZoneLeniently(Calendrier.Zone).ToInstant();

    /// <summary>Of an appointment that did not take place.</summary>
    public Instant DebutPasse => Debut - Duration.FromDays(14);

    /// <summary>Of an appointment.</summary>
    public static Duration Duree { get; } = Duration.FromMinutes(45);

    public LieuRendezVous Lieu => new() { Nom = "Agence de la Mairie", Adresse = $"2 place de la Mairie, {Commune.Nom}", Telephone = "01 99 00 12 35" };

    /// <summary>When the letter is written.</summary>
    public Instant Maintenant => Le.At(new LocalTime(9, 0)).InZoneLeniently(Calendrier.Zone).ToInstant();

    public Commune Commune => Droit.Lieu!;

    /// <summary>What the journey knows of such a person.</summary>
    public SituationPersonne Situation => new()
    {
        Rsa = Droit.Personne.Allocation is AllocationPercue.Rsa,
        Porte = Droit.Personne.Porte,
        Boe = Droit.Personne.Boe,
        Age = Droit.Personne.Age switch { < 26 => TrancheAge.Moins26, < 30 => TrancheAge.De26A29, < 55 => TrancheAge.De30A54, _ => TrancheAge.Des55 },
        Qualification = NiveauQualification.Bac,
        MoisSansEmploi = 14,
        SeProjetteDansUnEmploi = true,
    };

    /// <summary>« Métropole de Lyon », where that is the conseil départemental.</summary>
    public string NomOrganisme => NomOrganismeDe(Commune);

    /// <summary>The same in another commune.</summary>
    public string NomOrganismeDe(Commune commune) => Libelles.Nommer(Organisme, Droit.Competences.ExecutifDe(commune, Le));

    /// <summary>Who decides an act for that person.</summary>
    /// <exception cref="LettreSansAutoriteException">Nobody can be named.</exception>
    public Decideur Decideur(NatureActe acte) => Droit.Competente(acte)?.Autorite.Decideur ?? throw new LettreSansAutoriteException(Commune.Nom);

    /// <summary>Reads a case.</summary>
    /// <returns>The case, or why it cannot be read, a French sentence.</returns>
    /// <exception cref="DroitInconnuException">The law of the day is not known here.</exception>
    public static (CasApercu? Cas, string? Erreur) Lire(IReadOnlyDictionary<string, string> valeurs, ContexteQuestions contexte)
    {
        var lu = new CasDeDroit(valeurs);
        var le = lu.DateFacultative("date") ?? contexte.Aujourdhui;
        var allocation = lu.CodeFacultatif("allocation", Codes.Allocation) ?? AllocationPercue.Aucune;
        var boe = lu.CodeFacultatif("boe", Codes.OuiNon);
        var porte = lu.CodeFacultatif("porte", Codes.Porte) ?? (allocation is AllocationPercue.Rsa ? PorteInscription.Rsa : PorteInscription.Demandeur);
        var organisme = lu.CodeFacultatif("organisme", Codes.Organisme) ?? porte switch
        {
            PorteInscription.MissionLocale => OrganismeReferent.MissionLocale,
            PorteInscription.CapEmploi => OrganismeReferent.CapEmploi,
            _ => OrganismeReferent.FranceTravail,
        };
        var age = lu.Texte("age") is null ? (allocation is AllocationPercue.Cej or AllocationPercue.Pacea || porte is PorteInscription.MissionLocale ? 20 : 40) : lu.Entier("age", AgeMax);
        var heures = lu.Texte("heures") is null ? 15 : lu.Nombre("heures", contexte.Lois.Au(le).Contrat.PlafondHebdomadaire);
        var calcul = lu.CodeFacultatif("calcul", Codes.OuiNon) ?? true;
        var commune = lu.Texte("commune") is null ? null : lu.Commune("commune", le);
        if (commune is null)
        {
            lu.Refuser("commune= manque : dites où vit la personne, par le code INSEE de sa commune.");
        }

        // What she leaves: an organism, or else a commune.
        OrganismeReferent? avant = lu.Texte("de") is { } de && Codes.Organisme.TryGetValue(de, out var quitte) ? quitte : null;
        var quittee = avant is null && lu.Texte("de") is not null ? lu.Commune("de", le)?.Commune : null;

        if (avant == organisme)
        {
            lu.Refuser("organisme= et de= disent le même organisme : une réorientation va vers un autre.");
        }

        if (quittee is not null && quittee.Code == commune?.Commune.Code)
        {
            lu.Refuser("commune= et de= disent la même commune : dites celle que la personne quitte.");
        }

        if (lu.Erreur is { } erreur)
        {
            return (null, erreur);
        }

        var personne = new PersonneConcernee { Allocation = allocation, Porte = porte, Age = age, Boe = boe ?? porte is PorteInscription.CapEmploi, OrganismeReferent = avant ?? organisme };
        return (new()
        {
            Droit = new(contexte.Lois.Au(le), contexte.Competences, commune!.Commune.Code, personne),
            Organisme = organisme,
            Quittee = quittee,
            Calcul = calcul,
            Heures = heures,
        }, null);
    }
}
