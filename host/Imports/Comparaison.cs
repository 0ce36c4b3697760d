using System.Text.Json;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>Holds a row against the dossier of its reference. A cell that says nothing, or cannot be read, changes nothing.</summary>
internal static class Comparaison
{
    public const string Commune = "commune";

    /// <summary>The columns that say a variable datum of the person.</summary>
    private static readonly (string Colonne, DonneePersonne Donnee)[] Variables =
    [
        (Commune, DonneePersonne.Commune),
        ("telephone", DonneePersonne.Telephone),
        ("courriel", DonneePersonne.Courriel),
        ("adresse", DonneePersonne.Adresse),
        ("code_postal", DonneePersonne.CodePostal),
        ("personnes_foyer", DonneePersonne.PersonnesFoyer),
        ("enfants_moins_12", DonneePersonne.EnfantsDeMoinsDe12Ans),
        ("parent_isole", DonneePersonne.ParentIsole),
        ("allocation", DonneePersonne.Allocation),
        ("reference_caf", DonneePersonne.ReferenceCaf),
    ];

    /// <summary>What the dossier holds can be read, and so be held against a row.</summary>
    public static bool EstLisible(Dossier dossier) => Situation(dossier) is not null;

    /// <summary>The row is of somebody else than the dossier: its reference was given twice, or the person's name was corrected.</summary>
    public static bool EstUneAutrePersonne(Dossier dossier, InscriptionValide valide) =>
        dossier.DateNaissance != valide.DateNaissance || TexteDeRecherche.De($"{dossier.Nom} {dossier.Prenom}") != TexteDeRecherche.De($"{valide.Nom} {valide.Prenom}");

    /// <summary>
    /// What the row says anew, after all that was said before and that the journey has or has not taken yet; null when it says nothing new.
    /// </summary>
    /// <remarks>A flux that says again what it said last says nothing new: what the person said in between stays.</remarks>
    public static Difference? Differences(Dossier dossier, IReadOnlyCollection<DonneesRecues> recues, LigneFlux ligne)
    {
        var valide = ligne.Valide;
        var known = DonneesEnAttente.Somme(dossier, DonneesEnAttente.EnOrdre(recues));
        var before = DonneesEnAttente.DuFlux(dossier, recues);
        var said = ValeursPersonne.De(valide.Commune.Code, valide.Contact, valide.Foyer, valide.Allocation, valide.ReferenceCaf);
        bool Differs(DonneePersonne datum) => said.TryGetValue(datum.ToString(), out var value) && known.GetValueOrDefault(datum.ToString()) != value && before.GetValueOrDefault(datum.ToString()) != value;

        // Who moves has the postal code and the name of her new commune, whether or not the row says them.
        var moved = Differs(DonneePersonne.Commune);
        var taken = Variables.Where(v => Differs(v.Donnee) && (ligne.Dites.Contains(v.Colonne) || (moved && v.Donnee is DonneePersonne.CodePostal))).ToList();
        var names = taken.Select(v => v.Donnee).Concat(moved ? [DonneePersonne.Ville] : []).Select(d => d.ToString());
        var left = DeLaSituation(dossier, ligne);
        return taken.Count + left.Count == 0
            ? null
            : new(ligne.Ligne, dossier, names.Where(said.ContainsKey).ToDictionary(n => n, n => said[n]), [.. taken.Select(v => v.Colonne)], left);
    }

    /// <summary>What orientation was decided on: a journey that has begun looks at it again by its own acts only.</summary>
    private static List<string> DeLaSituation(Dossier dossier, LigneFlux ligne)
    {
        var known = Situation(dossier)!;
        var (said, found) = (ligne.Valide.Situation, new List<string>());
        Note(found, "qualification", ligne.Dites.Contains("qualification") && known.Qualification != said.Qualification);
        Note(found, "mois_sans_emploi", ligne.Dites.Contains("mois_sans_emploi") && known.MoisSansEmploi != said.MoisSansEmploi);
        Note(found, "boe", ligne.Dites.Contains("boe") && known.Boe != said.Boe);
        Note(found, "se_projette", ligne.Dites.Contains("se_projette") && known.SeProjetteDansUnEmploi != said.SeProjetteDansUnEmploi);
        Note(found, "freins", ligne.Dites.Contains("freins") && !known.Freins.OrderBy(f => f.Categorie).SequenceEqual(said.Freins.OrderBy(f => f.Categorie)));
        return found;
    }

    private static SituationPersonne? Situation(Dossier dossier)
    {
        try
        {
            return JsonSerializer.Deserialize<SituationPersonne>(dossier.SituationJson, ParcoursJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Note(List<string> columns, string column, bool differs)
    {
        if (differs)
        {
            columns.Add(column);
        }
    }
}
