using System.Globalization;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>The variable data of a person as named values in invariant text, read from and put into the row of her dossier.</summary>
public static class ValeursPersonne
{
    public static IReadOnlyDictionary<string, string> De(Dossier dossier)
    {
        var valeurs = new SortedDictionary<string, string>(De(dossier.CommuneInsee, dossier.Contact, dossier.Foyer, dossier.Allocation, dossier.ReferenceCaf).ToDictionary(), StringComparer.Ordinal);
        foreach (var (nom, valeur) in De(dossier.Besoins).Where(b => b.Value is not ("" or "non")))
        {
            valeurs[nom] = valeur;
        }

        return valeurs;
    }

    /// <summary>All of them: one that is no longer needed is said too.</summary>
    public static IReadOnlyDictionary<string, string> De(Besoins besoins) => new Dictionary<string, string>
    {
        [nameof(DonneePersonne.AccesSansMarche)] = besoins.AccesSansMarche ? "oui" : "non",
        [nameof(DonneePersonne.LangueDesSignes)] = besoins.LangueDesSignes ? "oui" : "non",
        [nameof(DonneePersonne.LangueInterprete)] = besoins.LangueInterprete ?? "",
    };

    /// <summary>Where she lives and how to reach her, all of it: what she has no more is said too.</summary>
    public static IReadOnlyDictionary<string, string> De(string commune, Contact contact) => new Dictionary<string, string>
    {
        [nameof(DonneePersonne.Commune)] = commune,
        [nameof(DonneePersonne.Ville)] = contact.Ville ?? "",
        [nameof(DonneePersonne.CodePostal)] = contact.CodePostal ?? "",
        [nameof(DonneePersonne.Adresse)] = contact.Adresse ?? "",
        [nameof(DonneePersonne.Telephone)] = contact.Telephone ?? "",
        [nameof(DonneePersonne.Courriel)] = contact.Courriel ?? "",
    };

    /// <summary>What is not known has no value.</summary>
    public static IReadOnlyDictionary<string, string> De(string commune, Contact contact, Foyer foyer, Allocation allocation, string? referenceCaf)
    {
        var valeurs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (donnee, valeur) in new (DonneePersonne, string?)[]
        {
            (DonneePersonne.Commune, commune),
            (DonneePersonne.Telephone, contact.Telephone),
            (DonneePersonne.Courriel, contact.Courriel),
            (DonneePersonne.Adresse, contact.Adresse),
            (DonneePersonne.CodePostal, contact.CodePostal),
            (DonneePersonne.Ville, contact.Ville),
            (DonneePersonne.PersonnesFoyer, foyer.Personnes.ToString(CultureInfo.InvariantCulture)),
            (DonneePersonne.EnfantsDeMoinsDe12Ans, foyer.EnfantsDeMoinsDe12Ans.ToString(CultureInfo.InvariantCulture)),
            (DonneePersonne.ParentIsole, foyer.ParentIsole ? "oui" : "non"),
            (DonneePersonne.Allocation, allocation.ToString()),
            (DonneePersonne.ReferenceCaf, referenceCaf),
        })
        {
            if (valeur is not null)
            {
                valeurs[donnee.ToString()] = valeur;
            }
        }

        return valeurs;
    }

    /// <summary>Puts values into the row of a dossier; what they do not name stays.</summary>
    internal static void Poser(Dossier dossier, IReadOnlyDictionary<string, string> valeurs)
    {
        foreach (var (nom, valeur) in valeurs)
        {
            Poser(dossier, Enum.Parse<DonneePersonne>(nom), valeur);
        }
    }

    /// <summary>Takes out what a person may have none of.</summary>
    internal static void Vider(Dossier dossier) =>
        (dossier.Besoins, dossier.Contact.Telephone, dossier.Contact.Courriel, dossier.Contact.Adresse, dossier.Contact.CodePostal, dossier.Contact.Ville, dossier.ReferenceCaf) =
            (new(), null, null, null, null, null, null);

    private static void Poser(Dossier dossier, DonneePersonne donnee, string valeur)
    {
        switch (donnee)
        {
            case DonneePersonne.Telephone: dossier.Contact.Telephone = Connu(valeur); break;
            case DonneePersonne.Courriel: dossier.Contact.Courriel = Connu(valeur); break;
            case DonneePersonne.Adresse: dossier.Contact.Adresse = Connu(valeur); break;
            case DonneePersonne.CodePostal: dossier.Contact.CodePostal = Connu(valeur); break;
            case DonneePersonne.Ville: dossier.Contact.Ville = Connu(valeur); break;
            case DonneePersonne.Commune: dossier.CommuneInsee = valeur; break;
            case DonneePersonne.PersonnesFoyer: dossier.Foyer.Personnes = int.Parse(valeur, CultureInfo.InvariantCulture); break;
            case DonneePersonne.EnfantsDeMoinsDe12Ans: dossier.Foyer.EnfantsDeMoinsDe12Ans = int.Parse(valeur, CultureInfo.InvariantCulture); break;
            case DonneePersonne.ParentIsole: dossier.Foyer.ParentIsole = valeur == "oui"; break;
            case DonneePersonne.Allocation: dossier.Allocation = Enum.Parse<Allocation>(valeur); break;
            case DonneePersonne.ReferenceCaf: dossier.ReferenceCaf = valeur; break;
            case DonneePersonne.AccesSansMarche: dossier.Besoins.AccesSansMarche = valeur == "oui"; break;
            case DonneePersonne.LangueDesSignes: dossier.Besoins.LangueDesSignes = valeur == "oui"; break;
            case DonneePersonne.LangueInterprete: dossier.Besoins.LangueInterprete = Connu(valeur); break;
            default: throw new ArgumentOutOfRangeException(nameof(donnee), donnee, "No such datum of a person.");
        }
    }

    private static string? Connu(string valeur) => valeur.Length == 0 ? null : valeur;
}
