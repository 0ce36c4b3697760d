using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Langue;
using FranceTravail.Parcours.Host.Territoires;
using NodaTime;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>Checks a person's fields one by one: either everything holds, or every fault is listed in French.</summary>
internal sealed class ControleInscription(RegistreCommunes communes, RegistreTerritoires territoires)
{
    /// <summary>Age from which one may register (end of compulsory schooling).</summary>
    public const int AgeMinimum = 16;

    private const int AgeMaximum = 110;

    public (InscriptionValide? Valide, IReadOnlyList<ErreurChamp> Erreurs) Verifier(SaisieInscription saisie, LocalDate aujourdHui)
    {
        var champs = new ChampsSaisie(saisie);
        var nom = champs.Nom(nameof(saisie.Nom), saisie.Nom, "Indiquez le nom.");
        var prenom = champs.Nom(nameof(saisie.Prenom), saisie.Prenom, "Indiquez le prénom.");
        var naissance = Naissance(champs, saisie, aujourdHui);
        var commune = CommuneDe(champs, saisie);
        var contact = ContactDe(champs, saisie, commune);
        var allocation = champs.Enumere<Allocation>(nameof(saisie.Allocation), saisie.Allocation) ?? Allocation.Aucune;
        var caf = champs.Lu(nameof(saisie.ReferenceCaf), saisie.ReferenceCaf, Lecture.ReferenceCaf, "Le numéro d’allocataire de la CAF compte sept chiffres au plus.");
        var foyer = FoyerDe(champs, saisie);
        var situation = SituationSaisie.De(champs, saisie, allocation, naissance is { } born ? Age(born, aujourdHui) : 0);
        var territoire = commune is null ? null : territoires.De(commune);
        if (commune is not null && territoire is null)
        {
            champs.Refuser(nameof(saisie.Commune), $"La commune de {commune.Nom} ({commune.Code}) n’appartient à aucun territoire ouvert ici.");
        }

        return champs.Erreurs.Count > 0
            ? (null, champs.Erreurs)
            : (new InscriptionValide
            {
                Nom = nom!,
                Prenom = prenom!,
                DateNaissance = naissance!.Value,
                Commune = commune!,
                Territoire = territoire!,
                Contact = contact,
                ReferenceCaf = caf,
                Allocation = allocation,
                Foyer = foyer,
                Situation = situation,
            }, []);
    }

    private static int Age(LocalDate born, LocalDate today) => Period.Between(born, today, PeriodUnits.Years).Years;

    private static LocalDate? Naissance(ChampsSaisie champs, SaisieInscription saisie, LocalDate today)
    {
        const string champ = nameof(saisie.DateNaissance);
        if (Lecture.Propre(saisie.DateNaissance) is not { } text)
        {
            return champs.Refuser(champ, "Indiquez la date de naissance.");
        }

        return Lecture.Date(text) is not { } date ? champs.Refuser(champ, $"« {ChampsSaisie.Court(text)} » n’est pas une date : écrivez-la comme 31/12/1990.")
            : date > today ? champs.Refuser(champ, $"Le {Francais.DateMoyenne(date)} est dans le futur : vérifiez l’année.")
            : Age(date, today) < AgeMinimum ? champs.Refuser(champ, $"L’inscription est possible à partir de {AgeMinimum}{Francais.Insecable}ans.")
            : Age(date, today) > AgeMaximum ? champs.Refuser(champ, $"Le {Francais.DateMoyenne(date)} est trop ancien : vérifiez l’année.")
            : date;
    }

    private Commune? CommuneDe(ChampsSaisie champs, SaisieInscription saisie)
    {
        if (saisie.Commune is not null)
        {
            if (Lecture.Propre(saisie.CodePostal) is { } given && (given.Length != 5 || !given.All(char.IsAsciiDigit)))
            {
                champs.Refuser(nameof(saisie.CodePostal), "Un code postal compte cinq chiffres.");
            }

            var code = Lecture.Propre(saisie.Commune);
            return code is null ? champs.RefuserCommune(nameof(saisie.Commune), "Indiquez le code INSEE de la commune.") : communes.ParCode(code) ?? champs.RefuserCommune(nameof(saisie.Commune), $"« {ChampsSaisie.Court(code)} » n’est pas le code INSEE d’une commune.");
        }

        if (Lecture.Propre(saisie.CodePostal) is not { } postal)
        {
            return champs.RefuserCommune(nameof(saisie.CodePostal), "Indiquez le code postal.");
        }

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

    private static Contact ContactDe(ChampsSaisie champs, SaisieInscription saisie, Commune? commune) => new()
    {
        Telephone = champs.Lu(nameof(saisie.Telephone), saisie.Telephone, Lecture.Telephone, "Un numéro de téléphone compte dix chiffres, comme 06 12 34 56 78."),
        Courriel = champs.Lu(nameof(saisie.Courriel), saisie.Courriel, t => Lecture.EstUnCourriel(t) ? t : null, "Une adresse électronique s’écrit comme nom@exemple.fr."),
        Adresse = champs.Lu(nameof(saisie.Adresse), saisie.Adresse, t => t.Length <= 200 ? t : null, "L’adresse compte 200 caractères au plus."),
        CodePostal = Lecture.Propre(saisie.CodePostal) ?? commune?.CodesPostaux[0],
        Ville = commune?.Nom,
    };

    private static Foyer FoyerDe(ChampsSaisie champs, SaisieInscription saisie)
    {
        var read = champs.Entier(nameof(saisie.PersonnesFoyer), saisie.PersonnesFoyer, 1, 20);
        var unreadable = read is null && Lecture.Propre(saisie.PersonnesFoyer) is not null;
        var persons = read ?? 1;
        var children = champs.Entier(nameof(saisie.EnfantsMoinsDe12), saisie.EnfantsMoinsDe12, 0, 15) ?? 0;
        if (!unreadable && children >= persons)
        {
            champs.Refuser(nameof(saisie.EnfantsMoinsDe12), "Le foyer compte la personne elle-même : il est plus grand que le nombre de ses enfants.");
        }

        return new() { Personnes = persons, EnfantsDeMoinsDe12Ans = children, ParentIsole = champs.OuiNon(nameof(saisie.ParentIsole), saisie.ParentIsole) ?? false };
    }
}
