using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Inscriptions;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>The columns of the flux of persons, and the field each one fills.</summary>
internal static class ColonnesFlux
{
    public const string Reference = "reference";

    private static readonly (string Colonne, string Champ, Action<SaisieInscription, string> Poser)[] All =
    [
        ("nom", nameof(SaisieInscription.Nom), (s, v) => s.Nom = v),
        ("prenom", nameof(SaisieInscription.Prenom), (s, v) => s.Prenom = v),
        ("date_naissance", nameof(SaisieInscription.DateNaissance), (s, v) => s.DateNaissance = v),
        ("commune", nameof(SaisieInscription.Commune), (s, v) => s.Commune = v),
        ("code_postal", nameof(SaisieInscription.CodePostal), (s, v) => s.CodePostal = v),
        ("adresse", nameof(SaisieInscription.Adresse), (s, v) => s.Adresse = v),
        ("telephone", nameof(SaisieInscription.Telephone), (s, v) => s.Telephone = v),
        ("courriel", nameof(SaisieInscription.Courriel), (s, v) => s.Courriel = v),
        ("reference_caf", nameof(SaisieInscription.ReferenceCaf), (s, v) => s.ReferenceCaf = v),
        ("allocation", nameof(SaisieInscription.Allocation), (s, v) => s.Allocation = v),
        ("personnes_foyer", nameof(SaisieInscription.PersonnesFoyer), (s, v) => s.PersonnesFoyer = v),
        ("enfants_moins_12", nameof(SaisieInscription.EnfantsMoinsDe12), (s, v) => s.EnfantsMoinsDe12 = v),
        ("parent_isole", nameof(SaisieInscription.ParentIsole), (s, v) => s.ParentIsole = v),
        ("qualification", nameof(SaisieInscription.Qualification), (s, v) => s.Qualification = v),
        ("mois_sans_emploi", nameof(SaisieInscription.MoisSansEmploi), (s, v) => s.MoisSansEmploi = v),
        ("boe", nameof(SaisieInscription.Boe), (s, v) => s.Boe = v),
        ("se_projette", nameof(SaisieInscription.SeProjette), (s, v) => s.SeProjette = v),
        ("freins", nameof(SaisieInscription.Freins), (s, v) => s.Freins = v),
    ];

    /// <summary>Every column that is read, in the order in which a file is written.</summary>
    public static IReadOnlyList<string> Toutes { get; } = [Reference, .. All.Select(c => c.Colonne)];

    /// <summary>Without one of these a file is refused.</summary>
    public static IReadOnlyList<string> Obligatoires { get; } = [Reference, "nom", "date_naissance", "commune"];

    /// <summary>The name of a column as it is known here: « Date de naissance » and « Prénom » are so named by people.</summary>
    public static string Nom(string written)
    {
        var folded = TexteDeRecherche.De(Lecture.Propre(written) ?? "").Replace(' ', '_');
        return Toutes.FirstOrDefault(c => c == folded || c == folded.Replace("_de_", "_", StringComparison.Ordinal)) ?? folded;
    }

    public static string DuChamp(string champ) => All.First(c => c.Champ == champ).Colonne;

    /// <summary>Puts the values of one row, read by name of column, into what will be checked.</summary>
    public static SaisieInscription Saisie(Func<string, string?> value)
    {
        var saisie = new SaisieInscription();
        foreach (var (colonne, _, poser) in All)
        {
            if (value(colonne) is { } text)
            {
                poser(saisie, text);
            }
        }

        return saisie;
    }
}
