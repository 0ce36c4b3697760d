using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Activities.Partenaires.Caf;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>
/// Fills the form from what the CAF knows of a reference number, for whoever writes whose number it is: a number by itself, tried one after
/// the other, tells nothing of anybody.
/// </summary>
internal sealed class PreRemplissage(CafClient caf, RegistreCommunes communes, EssaisCaf essais, IHttpContextAccessor http, ILogger<PreRemplissage> logger)
{
    private const string Autre = "La CAF ne connaît pas ce numéro à ce nom et à cette date de naissance. Vérifiez-les, ou remplissez le formulaire sans lui : rien n’a été changé.";

    /// <summary>Fills what of <paramref name="saisie"/> was left empty: what the person wrote is hers.</summary>
    /// <returns>What to show beside each field, none when it is done; and what the CAF says otherwise than she did, in clear.</returns>
    public async Task<(IReadOnlyList<ErreurChamp> Fautes, IReadOnlyList<string> Autrement)> RemplirAsync(SaisieInscription saisie, CancellationToken cancellationToken)
    {
        var autrement = new List<string>();
        return (await RemplirAsync(saisie, autrement, cancellationToken), autrement);
    }

    private async Task<IReadOnlyList<ErreurChamp>> RemplirAsync(SaisieInscription saisie, List<string> autrement, CancellationToken cancellationToken)
    {
        if (Lecture.ReferenceCaf(saisie.ReferenceCaf ?? "") is not { } reference)
        {
            return AuNumero("Le numéro d’allocataire de la CAF compte sept chiffres au plus.");
        }

        var (fautes, naissance) = (new ChampsSaisie(saisie), Lecture.Propre(saisie.DateNaissance));
        var nom = Lecture.Propre(saisie.Nom) is null ? null : fautes.Nom(nameof(saisie.Nom), saisie.Nom, null);
        var born = naissance is null ? null : Lecture.Date(naissance) ?? fautes.Refuser(nameof(saisie.DateNaissance), ControleInscription.PasUneDate(naissance));
        if (fautes.Fautes.Count > 0)
        {
            // What is written is never called missing.
            return fautes.Fautes;
        }

        if (nom is null || born is null)
        {
            string[] missing = [.. nom is null ? ["votre nom"] : Array.Empty<string>(), .. born is null ? ["votre date de naissance"] : Array.Empty<string>()];
            return AuNumero($"Écrivez d’abord {string.Join(" et ", missing)} : la CAF ne répond qu’à qui dit de qui est le numéro.");
        }

        if (!essais.Permis(Origine, reference))
        {
            return AuNumero("Trop d’essais : attendez une heure, ou remplissez le formulaire sans la CAF. Rien n’a été changé.");
        }

        var (droits, faute) = await LireAsync(reference, cancellationToken);
        if (faute is not null)
        {
            return AuNumero(faute);
        }

        if (droits is null || !EstElle(droits.Identite, saisie.Nom!, saisie.Prenom ?? "", born.Value))
        {
            essais.Manque(Origine, reference);
            return AuNumero(Autre);
        }

        saisie.ReferenceCaf = reference;
        saisie.Nom = droits.Identite.Nom;
        saisie.Prenom = droits.Identite.Prenom;
        saisie.DateNaissance = Francais.EnChiffres(droits.Identite.DateNaissance);
        var commune = communes.ParCode(droits.Identite.CommuneInsee);
        saisie.Adresse = Garder("adresse", saisie.Adresse, droits.Identite.Adresse);
        saisie.CodePostal = Garder("code postal", saisie.CodePostal, droits.Identite.CodePostal ?? commune?.CodesPostaux[0]);
        saisie.Ville = Garder("ville", saisie.Ville, commune?.Nom ?? droits.Identite.Ville);
        saisie.PersonnesFoyer = Garder("personnes dans le foyer", saisie.PersonnesFoyer, $"{droits.Foyer.Personnes}");
        saisie.EnfantsMoinsDe12 = Garder("jeunes enfants", saisie.EnfantsMoinsDe12, $"{droits.Foyer.EnfantsDeMoinsDe12Ans}");

        // Not ticked, and the first of the list, say nothing.
        saisie.ParentIsole = Garder("élever seul ou seule un enfant", saisie.ParentIsole, droits.Foyer.ParentIsole ? "oui" : "non");
        saisie.Allocation = saisie.Allocation is null or nameof(Allocation.Aucune) ? droits.Allocation.ToString() : saisie.Allocation;
        if (saisie.Allocation != droits.Allocation.ToString())
        {
            autrement.Add(Francais.Composer($"allocation, « {droits.Allocation.EnClair()} »"));
        }

        return [];

        string? Garder(string quoi, string? ecrit, string? connu)
        {
            if (Lecture.Propre(ecrit) is not { } propre)
            {
                return connu;
            }

            if (Lecture.Propre(connu) is { } autre && TexteDeRecherche.De(propre) != TexteDeRecherche.De(autre))
            {
                autrement.Add(Francais.Composer($"{quoi}, « {autre} »"));
            }

            return ecrit;
        }
    }

    /// <summary>The status of a person's right; null without an answer, or when the number that she gave is not hers.</summary>
    public async Task<StatutDroit?> StatutAsync(InscriptionValide valide, CancellationToken cancellationToken) =>
        valide.ReferenceCaf is { } reference && (await LireAsync(reference, cancellationToken)).Droits is { } droits
        && EstElle(droits.Identite, valide.Nom, valide.Prenom, valide.DateNaissance) ? droits.StatutDroit : null;

    private string Origine => http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";

    private static ErreurChamp[] AuNumero(string faute) => [new(nameof(SaisieInscription.ReferenceCaf), Francais.Composer(faute))];

    private static bool EstElle(IdentiteCaf caf, string nom, string prenom, LocalDate born) =>
        caf.DateNaissance == born && Identite.Plier(caf.Nom, caf.Prenom) == Identite.Plier(nom, prenom);

    /// <summary>What the CAF knows of a checked reference, if anything; or why it was not heard.</summary>
    private async Task<(DroitsCaf? Droits, string? Faute)> LireAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            return (await caf.LireDroitsAsync(reference, cancellationToken), null);
        }
        catch (Exception error) when (error is PartenaireIndisponibleException or PartenaireRefusException)
        {
            logger.LogWarning("The CAF did not answer for a prefill: {Reason}", error.Message);
            return (null, "La CAF ne répond pas pour l’instant. Vous pouvez remplir le formulaire vous-même : rien ne sera perdu.");
        }
    }
}
