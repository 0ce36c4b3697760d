using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Activities.Courriers;

/// <summary>A letter as an invented person would receive it, in plain text: the very template, data and authority of a real one.</summary>
public static partial class ApercuCourrier
{
    /// <param name="modeles">The texts.</param>
    /// <param name="lettre">Code of a letter.</param>
    /// <param name="cas">The person and what is decided.</param>
    /// <exception cref="LettreImpossibleException">There is no such letter, or none for such a person.</exception>
    public static string Ecrire(ModelesLiquid modeles, string lettre, CasApercu cas)
    {
        var modele = modeles.Modele(lettre);
        var envoi = new EnvoiCourrier { Modele = modele.Code, Libelle = modele.Libelle, Donnees = modele.Apercu(cas) };
        var (dossier, referent) = (UneFiche(cas), modele.AvantReferent ? null : UnAgent(cas));
        var contrat = modele.Contrat?.Invoke(cas) is { } projete ? UnContrat(projete) : null;
        var textes = modele.Textes.Select(envoi.Donnees.GetValueOrDefault).Concat((contrat?.Lignes ?? []).Select(l => l.TexteId)).OfType<string>().Distinct().ToDictionary(t => t);
        return Texte(Redacteur.Rediger(modeles, envoi, dossier, referent, contrat, cas.Maintenant, referent, textes, referent));
    }

    private static Dossier UneFiche(CasApercu cas) => new()
    {
        Id = "apercu",
        Nom = "Exemple",
        Prenom = "Camille",
        DateNaissance = cas.Le.PlusYears(-cas.Droit.Personne.Age),
        CommuneInsee = cas.Commune.Code,
        Contact = new Contact { Adresse = "1 place de la Mairie", CodePostal = cas.Commune.CodesPostaux is [var code, ..] ? code : null, Ville = cas.Commune.Nom },
        Allocation = cas.Droit.Personne.Allocation switch
        {
            AllocationPercue.Rsa => Allocation.Rsa,
            AllocationPercue.Are => Allocation.Are,
            AllocationPercue.Ass => Allocation.Ass,
            _ => Allocation.Aucune,
        },
        Organisme = cas.Droit.Personne.OrganismeReferent,
        Territoire = "",
        SituationJson = JsonSerializer.Serialize(cas.Situation, ParcoursJson.Options),
        ModeleId = "",
        ModeleVersion = 1,
        InscritLe = cas.Maintenant,
    };

    private static Conseiller UnAgent(CasApercu cas) => new()
    {
        Id = "apercu",
        Prenom = "Dominique",
        Nom = "Modèle",
        Territoire = "",
        Organisme = cas.Organisme,
        Telephone = "01 99 00 12 34",
        Courriel = "dominique.modele@exemple.fr",
    };

    private static Contrat UnContrat(ContratProjete projete)
    {
        var contrat = new Contrat { DossierId = "apercu", Id = projete.ContratId };
        contrat.Suivre(projete);
        contrat.Lignes.AddRange(projete.Lignes.Select(l => l.EnLigne("apercu", projete.ContratId)));
        return contrat;
    }

    /// <summary>The page as it reads aloud: a line for each paragraph, a dash for each point of a list.</summary>
    private static string Texte(Lettre lettre)
    {
        var corps = Tete().Replace(lettre.Html, "");
        corps = FinDeLigne().Replace(Point().Replace(Blanc().Replace(corps, " "), "– "), "\n");
        corps = WebUtility.HtmlDecode(Balise().Replace(corps, ""));
        return string.Join('\n', corps.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)) + "\n";
    }

    [GeneratedRegex("<head>.*</head>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tete();

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanc();

    [GeneratedRegex("<li>", RegexOptions.CultureInvariant)]
    private static partial Regex Point();

    [GeneratedRegex("<br>|</(p|h1|h2|li|ul|address|footer|header)>", RegexOptions.CultureInvariant)]
    private static partial Regex FinDeLigne();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Balise();
}
