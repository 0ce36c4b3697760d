using System.Text.Json;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>Holds a row against the dossier of its reference. A cell that says nothing, or cannot be read, changes nothing.</summary>
internal static class Comparaison
{
    /// <summary>What the dossier holds can be read, and so be held against a row.</summary>
    public static bool EstLisible(Dossier dossier) => Situation(dossier) is not null;

    /// <summary>The row is of somebody else than the dossier: its reference was given twice, or the person's name was corrected.</summary>
    public static bool EstUneAutrePersonne(Dossier dossier, InscriptionValide valide) =>
        dossier.DateNaissance != valide.DateNaissance || TexteDeRecherche.De($"{dossier.Nom} {dossier.Prenom}") != TexteDeRecherche.De($"{valide.Nom} {valide.Prenom}");

    /// <summary>What the row says anew; null when it says nothing new.</summary>
    public static Difference? Differences(Dossier dossier, LigneFlux ligne)
    {
        var (valide, taken, left) = (ligne.Valide, new List<string>(), new List<string>());
        var moved = dossier.CommuneInsee != valide.Commune.Code;
        Note(left, "commune", moved);

        T Take<T>(string column, T known, T said, bool mayBeTaken = true)
        {
            if (!ligne.Dites.Contains(column) || EqualityComparer<T>.Default.Equals(known, said))
            {
                return known;
            }

            (mayBeTaken ? taken : left).Add(column);
            return mayBeTaken ? said : known;
        }

        // A new address belongs to the new commune, and waits with it.
        var contact = new Contact
        {
            Telephone = Take("telephone", dossier.Contact.Telephone, valide.Contact.Telephone),
            Courriel = Take("courriel", dossier.Contact.Courriel, valide.Contact.Courriel),
            Adresse = Take("adresse", dossier.Contact.Adresse, valide.Contact.Adresse, !moved),
            CodePostal = Take("code_postal", dossier.Contact.CodePostal, valide.Contact.CodePostal, !moved),
            Ville = dossier.Contact.Ville,
        };
        var foyer = new Foyer
        {
            Personnes = Take("personnes_foyer", dossier.Foyer.Personnes, valide.Foyer.Personnes),
            EnfantsDeMoinsDe12Ans = Take("enfants_moins_12", dossier.Foyer.EnfantsDeMoinsDe12Ans, valide.Foyer.EnfantsDeMoinsDe12Ans),
            ParentIsole = Take("parent_isole", dossier.Foyer.ParentIsole, valide.Foyer.ParentIsole),
        };
        var data = new DonneesVariables(
            contact, foyer, Take("allocation", dossier.Allocation, valide.Allocation), Take("reference_caf", dossier.ReferenceCaf, valide.ReferenceCaf));
        left.AddRange(DeLaSituation(dossier, ligne));
        return taken.Count + left.Count == 0 ? null : new(ligne.Ligne, dossier, data, taken, left);
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
