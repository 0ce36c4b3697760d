using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>Checks a person's fields one by one: either everything holds, or every fault is listed in French.</summary>
internal sealed class ControleInscription(RegistreCommunes communes, RegistreTerritoires territoires)
{
    /// <summary>Age from which one may register (end of compulsory schooling).</summary>
    public const int AgeMinimum = 16;

    private const int AgeMaximum = 110;

    private static readonly string NumeroAttendu =
        $"Ce n’est pas un numéro de téléphone : écrivez-le comme {"06 12 34 56 78".Replace(' ', Francais.Insecable)}, ou avec son pays comme {"+49 170 1234567".Replace(' ', Francais.Insecable)}.";

    /// <summary>What is said of a birth date that cannot be read.</summary>
    public static string PasUneDate(string text) => $"« {ChampsSaisie.Court(text)} » n’est pas une date lisible : écrivez la date comme 02/07/1984.".Replace(" :", $"{Francais.Insecable}:", StringComparison.Ordinal);

    /// <summary>What is said of a commune where nobody can begin.</summary>
    public static string HorsTerritoire(Commune commune) => $"La commune de {commune.Nom} ({commune.Code}) n’appartient à aucun territoire ouvert ici.";

    /// <summary>The person with all that could be read, or null when a fault of <paramref name="saisie"/> forbids it; and every fault.</summary>
    /// <param name="saisie">What was typed.</param>
    /// <param name="aujourdHui">Today.</param>
    /// <param name="partout">A commune that no territory serves is no fault here: who is known may have moved there.</param>
    public (InscriptionValide? Valide, IReadOnlyList<ErreurChamp> Fautes) Verifier(SaisieInscription saisie, LocalDate aujourdHui, bool partout = false)
    {
        var champs = new ChampsSaisie(saisie);
        var nom = champs.Nom(nameof(saisie.Nom), saisie.Nom, "Indiquez le nom.");
        var prenom = champs.Nom(nameof(saisie.Prenom), saisie.Prenom, null);
        var naissance = Naissance(champs, saisie, aujourdHui);
        var commune = CommuneDe(champs, saisie);
        var contact = ContactDe(champs, saisie, commune);
        var allocation = champs.Enumere<Allocation>(nameof(saisie.Allocation), saisie.Allocation) ?? Allocation.Aucune;
        var caf = champs.Lu(nameof(saisie.ReferenceCaf), saisie.ReferenceCaf, Lecture.ReferenceCaf, "Le numéro d’allocataire de la CAF compte sept chiffres au plus.");
        var foyer = FoyerDe(champs, saisie);
        var situation = SituationSaisie.De(champs, saisie, allocation, naissance is { } born ? Age(born, aujourdHui) : 0);
        var territoire = commune is null ? null : territoires.De(commune);
        if (commune is not null && territoire is null && !partout)
        {
            champs.Refuser(nameof(saisie.Commune), HorsTerritoire(commune));
        }

        return champs.Fautes.Any(f => !f.Facultatif)
            ? (null, champs.Fautes)
            : (new InscriptionValide
            {
                Nom = nom!,
                Prenom = prenom!,
                DateNaissance = naissance!.Value,
                Commune = commune!,
                Territoire = territoire,
                Contact = contact,
                ReferenceCaf = caf,
                Allocation = allocation,
                Foyer = foyer,
                Situation = situation,
            }, champs.Fautes);
    }

    /// <summary>Where somebody lives now and how to reach her, or null with every fault: what is typed to change it is never left out.</summary>
    public ((Commune Commune, Contact Contact)? Lues, IReadOnlyList<ErreurChamp> Fautes) VerifierCoordonnees(SaisieInscription saisie)
    {
        var champs = new ChampsSaisie(saisie);
        var commune = CommuneDe(champs, saisie);
        var contact = ContactDe(champs, saisie, commune);
        return (champs.Fautes.Count == 0 ? (commune!, contact) : null, [.. champs.Fautes.Select(f => f with { Facultatif = false })]);
    }

    private static int Age(LocalDate born, LocalDate today) => Period.Between(born, today, PeriodUnits.Years).Years;

    private static LocalDate? Naissance(ChampsSaisie champs, SaisieInscription saisie, LocalDate today)
    {
        const string champ = nameof(saisie.DateNaissance);
        if (Lecture.Propre(saisie.DateNaissance) is not { } text)
        {
            return champs.Refuser(champ, "Indiquez la date de naissance.");
        }

        return Lecture.Date(text) is not { } date ? champs.Refuser(champ, PasUneDate(text))
            : date > today ? champs.Refuser(champ, $"Le {Francais.DateComplete(date)} est dans le futur : vérifiez l’année.")
            : Age(date, today) < AgeMinimum ? champs.Refuser(champ, $"L’inscription est possible à partir de {AgeMinimum}{Francais.Insecable}ans.")
            : Age(date, today) > AgeMaximum ? champs.Refuser(champ, $"Le {Francais.DateComplete(date)} est trop ancien : vérifiez l’année.")
            : date;
    }

    private Commune? CommuneDe(ChampsSaisie champs, SaisieInscription saisie)
    {
        if (saisie.Commune is not null)
        {
            return CommuneParCode(champs, saisie);
        }

        if (Lecture.Propre(saisie.CodePostal) is not { } postal)
        {
            return champs.RefuserCommune(nameof(saisie.CodePostal), "Indiquez le code postal.");
        }

        postal = Lecture.Code(postal) ?? postal;
        var found = communes.ParCodePostal(postal).ToList();
        if (found.Count == 0)
        {
            return champs.RefuserCommune(nameof(saisie.CodePostal), $"Aucune commune n’a le code postal « {ChampsSaisie.Court(postal)} ».");
        }

        return Lecture.Propre(saisie.Ville) is not { } ville ? found.Count == 1 ? found[0]
                : champs.RefuserCommune(nameof(saisie.Ville), $"Indiquez la commune : {string.Join(", ", found.Select(c => c.Nom))}.")
            : communes.Par(postal, ville)
                ?? champs.RefuserCommune(nameof(saisie.Ville), $"Ce code postal est celui de {string.Join(", ", found.Select(c => c.Nom))}.");
    }

    private Commune? CommuneParCode(ChampsSaisie champs, SaisieInscription saisie)
    {
        const string champ = nameof(saisie.Commune);
        if (Lecture.Propre(saisie.Commune) is not { } text)
        {
            return champs.RefuserCommune(champ, "Indiquez le code INSEE de la commune.");
        }

        var found = Lecture.Code(text) is { } code ? communes.Trouver(code) : null;
        if (found?.Precision is { } precision)
        {
            // An arrondissement leads to its city, a former commune to the one that it is now part of: taken, and said.
            champs.Laisser(champ, precision);
        }

        return found?.Commune ?? champs.RefuserCommune(champ, CodeGeographique.DireInconnu(Lecture.Code(text) ?? ChampsSaisie.Court(text)));
    }

    private static Contact ContactDe(ChampsSaisie champs, SaisieInscription saisie, Commune? commune) => new()
    {
        Telephone = champs.Lu(nameof(saisie.Telephone), saisie.Telephone, t => Telephones.Lire(t, commune?.Departement), NumeroAttendu),
        Courriel = champs.Lu(nameof(saisie.Courriel), saisie.Courriel, Courriels.Lire, "Une adresse électronique s’écrit comme nom@exemple.fr."),
        Adresse = champs.Lu(nameof(saisie.Adresse), saisie.Adresse, t => t.Length <= 200 ? t : null, "L’adresse compte 200 caractères au plus."),
        CodePostal = champs.Lu(nameof(saisie.CodePostal), saisie.CodePostal, t => Lecture.Code(t) is { } code && code.All(char.IsAsciiDigit) ? code : null, "Un code postal compte cinq chiffres.")
            ?? commune?.CodesPostaux[0],
        Ville = commune?.Nom,
    };

    private static Foyer FoyerDe(ChampsSaisie champs, SaisieInscription saisie)
    {
        var read = champs.Entier(nameof(saisie.PersonnesFoyer), saisie.PersonnesFoyer, 1, 20);
        var children = champs.Entier(nameof(saisie.EnfantsMoinsDe12), saisie.EnfantsMoinsDe12, 0, 15) ?? 0;
        if (read is { } known && children >= known)
        {
            champs.Laisser(nameof(saisie.EnfantsMoinsDe12), "Le foyer compte la personne elle-même : il est plus grand que le nombre de ses enfants.");
            children = 0;
        }

        // A household that was not said has at least those who were.
        return new()
        {
            Personnes = read ?? children + 1,
            EnfantsDeMoinsDe12Ans = children,
            ParentIsole = champs.OuiNon(nameof(saisie.ParentIsole), saisie.ParentIsole) ?? false,
        };
    }
}
