using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Activities.Partenaires.Caf;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Langue;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>Fills the form from what the CAF knows of a reference number.</summary>
internal sealed class PreRemplissage(CafClient caf, RegistreCommunes communes, ILogger<PreRemplissage> logger)
{
    /// <summary>Fills <paramref name="saisie"/>; null when done, else the sentence to show beside the number.</summary>
    public async Task<string?> RemplirAsync(SaisieInscription saisie, CancellationToken cancellationToken)
    {
        if (Lecture.ReferenceCaf(saisie.ReferenceCaf ?? "") is not { } reference)
        {
            return "Le numéro d’allocataire de la CAF compte sept chiffres au plus.";
        }

        var (droits, faute) = await LireAsync(reference, cancellationToken);
        if (droits is null)
        {
            return faute;
        }

        if (EstQuelquunDAutre(saisie, droits.Identite))
        {
            return "Ce numéro n’est pas au nom que vous avez écrit. Vérifiez-le, ou remplissez le formulaire sans lui : rien n’a été changé.";
        }

        saisie.ReferenceCaf = reference;
        saisie.Nom = droits.Identite.Nom;
        saisie.Prenom = droits.Identite.Prenom;
        saisie.DateNaissance = Francais.EnChiffres(droits.Identite.DateNaissance);
        saisie.Adresse = droits.Identite.Adresse;
        var commune = communes.ParCode(droits.Identite.CommuneInsee);
        saisie.CodePostal = droits.Identite.CodePostal ?? commune?.CodesPostaux[0];
        saisie.Ville = commune?.Nom ?? droits.Identite.Ville;
        saisie.Allocation = droits.Allocation.ToString();
        saisie.PersonnesFoyer = $"{droits.Foyer.Personnes}";
        saisie.EnfantsMoinsDe12 = $"{droits.Foyer.EnfantsDeMoinsDe12Ans}";
        saisie.ParentIsole = droits.Foyer.ParentIsole ? "oui" : "non";
        return null;
    }

    /// <summary>What was typed is not overwritten by the identity of another person.</summary>
    private static bool EstQuelquunDAutre(SaisieInscription saisie, IdentiteCaf caf)
    {
        static bool Differs(string? typed, string known) => Lecture.Propre(typed) is { } text && TexteDeRecherche.De(text) != TexteDeRecherche.De(known);
        return Differs(saisie.Nom, caf.Nom) || Differs(saisie.Prenom, caf.Prenom)
            || (Lecture.Propre(saisie.DateNaissance) is { } born && Lecture.Date(born) is { } date && date != caf.DateNaissance);
    }

    /// <summary>What the CAF knows of a checked reference; without an answer, why.</summary>
    public async Task<(DroitsCaf? Droits, string? Faute)> LireAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            return await caf.LireDroitsAsync(reference, cancellationToken) is { } droits
                ? (droits, null)
                : (null, "La CAF ne connaît pas ce numéro. Vérifiez-le, ou remplissez le formulaire vous-même.");
        }
        catch (Exception error) when (error is PartenaireIndisponibleException or PartenaireRefusException)
        {
            logger.LogWarning("The CAF did not answer for a prefill: {Reason}", error.Message);
            return (null, "La CAF ne répond pas pour l’instant. Vous pouvez remplir le formulaire vous-même : rien ne sera perdu.");
        }
    }
}
