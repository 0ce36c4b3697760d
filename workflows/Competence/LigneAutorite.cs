using System.Text.RegularExpressions;
using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Droit.Questions;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>One row of a deployment's file of authorities: how one is reached, who signs for it, or whom it lets decide.</summary>
public static partial class LigneAutorite
{
    private static readonly string[] Natures = ["coordonnees", "signature", "delegation"];

    /// <summary>The columns that every file has, then those that a row of some nature may leave empty.</summary>
    public static IReadOnlyList<string> Obligatoires { get; } = ["nature", "autorite", "ressort", "du"];

    public static IReadOnlyList<string> Facultatives { get; } =
        ["au", "titre", "nom", "adresse", "telephone", "courriel", "mediateur", "tribunal", "compte", "qualite", "delegue", "actes", "reference"];

    /// <summary>Adds a row to a table; the French sentence of its first fault when it cannot be, and the table as it was.</summary>
    public static (TableCompetence Table, string? Faute) Ajouter(TableCompetence table, IReadOnlyDictionary<string, string> valeurs)
    {
        var cas = new CasDeDroit(valeurs);
        var nature = cas.Code("nature", Natures.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i));
        var autorite = cas.Code("autorite", Codes.Decideurs);
        var (ressort, periode) = (Ressort(cas), Periode(cas));
        if (cas.Erreur is null)
        {
            table = nature switch
            {
                0 => AjouterCoordonnees(table, cas, new(autorite, ressort, periode)),
                1 => table with { Signatures = [.. table.Signatures, new(autorite, Exiger(cas, "compte"), Exiger(cas, "qualite"), Actes(cas), ressort, periode, Exiger(cas, "reference"))] },
                _ => table with { Delegations = [.. table.Delegations, new(autorite, cas.Code("delegue", Codes.Decideurs), Actes(cas), ressort, periode, Exiger(cas, "reference"))] },
            };
        }

        return (table, cas.Erreur);
    }

    private static TableCompetence AjouterCoordonnees(TableCompetence table, CasDeDroit cas, CoordonneesAutorite vide)
    {
        var dites = vide with
        {
            Titre = cas.Texte("titre"),
            Nom = cas.Texte("nom"),
            Adresse = cas.Texte("adresse"),
            Telephone = cas.Texte("telephone"),
            Courriel = cas.Texte("courriel"),
            Mediateur = cas.Texte("mediateur"),
            Tribunal = cas.Texte("tribunal"),
        };
        if (dites == vide)
        {
            cas.Refuser("Cette ligne ne dit rien de l’autorité : donnez au moins une de ses coordonnées.");
        }

        if (dites.Adresse is { } adresse && !CodePostal().IsMatch(adresse))
        {
            cas.Refuser($"Colonne adresse : « {adresse} » n’a pas de code postal.");
        }

        if (dites.Courriel is { } courriel && !Courriel().IsMatch(courriel))
        {
            cas.Refuser($"Colonne courriel : « {courriel} » n’est pas une adresse électronique.");
        }

        if (dites.Telephone is { } telephone && !Telephone().IsMatch(telephone))
        {
            cas.Refuser($"Colonne telephone : « {telephone} » n’est pas un numéro de téléphone.");
        }

        if (dites.Titre is { } titre && Article().IsMatch(titre))
        {
            cas.Refuser($"Colonne titre : écrivez « {titre} » sans son article.");
        }

        if (table.Coordonnees.Any(c => c.De == dites.De && c.Ressort.SeConfondAvec(dites.Ressort) && c.Periode.Recouvre(dites.Periode)))
        {
            cas.Refuser("Une autre ligne dit déjà les coordonnées de cette autorité au même endroit, ces jours-là.");
        }

        return table with { Coordonnees = [.. table.Coordonnees, dites] };
    }

    private static Periode Periode(CasDeDroit cas)
    {
        var (du, au) = (cas.Date("du"), cas.DateFacultative("au"));
        if (au < du)
        {
            cas.Refuser("Colonne au : cette date est avant celle de la colonne du.");
        }

        return new(du, au);
    }

    /// <summary>« 62 », « 62498 62041 », « 200046977 », « region-32 ».</summary>
    private static Ressort Ressort(CasDeDroit cas)
    {
        var codes = Exiger(cas, "ressort").ToUpperInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var genres = codes.ToLookup(c => c switch
        {
            { Length: 2 or 3 } when CodeGeographique.TrouverDepartement(c) is not null => 'd',
            { Length: 5 } when CodeGeographique.Trouver(c) is { Rattachement: null } => 'c',
            { Length: 9 } when CodeGeographique.Communes.Any(x => x.Epci == c) => 'e',
            _ when c.StartsWith("REGION-", StringComparison.Ordinal) && CodeGeographique.TrouverRegion(c[7..]) is not null => 'r',
            _ => '?',
        });
        foreach (var code in genres['?'])
        {
            cas.Refuser(
                code.Length == 5 && CodeGeographique.Trouver(code)?.Precision is { } precision ? $"Colonne ressort : {precision}"
                : code.Length == 5 ? $"Colonne ressort : {CodeGeographique.DireInconnu(code)}"
                : $"Colonne ressort : « {code} » n’est ni un département (62), ni une région (region-32), ni une commune (62498), ni un groupement de communes (son SIREN).");
        }

        return new() { Departements = [.. genres['d']], Communes = [.. genres['c']], Epci = [.. genres['e']], Regions = [.. genres['r'].Select(c => c[7..])] };
    }

    private static List<NatureActe> Actes(CasDeDroit cas)
    {
        var actes = new List<NatureActe>();
        foreach (var acte in Exiger(cas, "actes").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Codes.Acte.TryGetValue(acte.ToLowerInvariant(), out var lu))
            {
                actes.Add(lu);
            }
            else
            {
                cas.Refuser($"Colonne actes : « {acte} » n’est pas connu ; attendu : {string.Join(", ", Codes.Acte.Keys)}.");
            }
        }

        return actes;
    }

    private static string Exiger(CasDeDroit cas, string colonne)
    {
        if (cas.Texte(colonne) is { } texte)
        {
            return texte;
        }

        cas.Refuser($"Colonne {colonne} : la valeur manque.");
        return "";
    }

    [GeneratedRegex(@"(^|\D)\d{5}(\D|$)")]
    private static partial Regex CodePostal();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex Courriel();

    [GeneratedRegex(@"^[+\d](?:[ .()\u00a0-]*\d){3,14}$")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"^(?:le|la|les)\s|^l[’']", RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
