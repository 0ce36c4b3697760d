using System.Text.Json;
using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>Reads an Elsa 3 definition as far as its nodes and links.</summary>
internal static partial class LecteurDefinition
{
    private const int MaxLongueur = 1024 * 1024;
    private const int MaxNoeuds = 200;
    private const int MaxTitre = 120;

    /// <summary>The definition, or null when it cannot be read at all; what is wrong is added to <paramref name="erreurs"/>.</summary>
    public static DefinitionLue? Lire(string json, List<ErreurModele> erreurs)
    {
        if (json.Length > MaxLongueur)
        {
            erreurs.Add(new(CodeErreur.DefinitionTropGrande, null, "Le modèle dépasse un million de caractères."));
            return null;
        }

        try
        {
            // The elements live on in the answer: the document is not disposed, only its pooled memory would be.
            return Lire(JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 }).RootElement, erreurs);
        }
        catch (JsonException error)
        {
            erreurs.Add(new(CodeErreur.JsonIllisible, null, $"Le modèle n’est pas un JSON lisible (ligne {error.LineNumber + 1}, caractère {error.BytePositionInLine + 1})."));
            return null;
        }
    }

    private static DefinitionLue? Lire(JsonElement definition, List<ErreurModele> erreurs)
    {
        if (definition.Champ("root") is not { } root || root.Texte("type") != "Elsa.Flowchart")
        {
            erreurs.Add(new(CodeErreur.RacineInattendue, null, "Le modèle doit être un organigramme (Flowchart) : sa racine n’en est pas un."));
            return null;
        }

        var activites = root.Liste("activities")?.ToList() ?? [];
        if (activites.Count is 0 or > MaxNoeuds)
        {
            erreurs.Add(activites.Count == 0
                ? new(CodeErreur.ModeleVide, null, "Le modèle ne contient aucune étape.")
                : new(CodeErreur.DefinitionTropGrande, null, $"Le modèle contient plus de {MaxNoeuds} étapes."));
            return null;
        }

        var noeuds = new List<NoeudLu>();
        foreach (var activite in activites)
        {
            if (LireNoeud(activite) is not { } noeud)
            {
                erreurs.Add(new(CodeErreur.NoeudMalForme, activite.Texte("id"), $"L’étape « {activite.Texte("id") ?? "sans identifiant"} » est mal formée : il lui faut un identifiant (lettres, chiffres, tirets, 64 caractères au plus), un type et un titre de {MaxTitre} caractères au plus."));
            }
            else if (noeuds.Exists(n => n.Id == noeud.Id))
            {
                erreurs.Add(new(CodeErreur.NoeudEnDouble, noeud.Id, $"Deux étapes portent l’identifiant « {noeud.Id} »."));
            }
            else
            {
                noeuds.Add(noeud);
            }
        }

        return new DefinitionLue(definition.Texte("name") ?? "Sans nom", noeuds, LireLiens(root, noeuds, erreurs));
    }

    private static NoeudLu? LireNoeud(JsonElement activite)
    {
        var titre = activite.Champ("metadata")?.Texte("displayText")?.Trim();
        return activite.Texte("id") is { } id && Identifiant().IsMatch(id) && activite.Texte("type") is { } type && !(titre?.Length > MaxTitre)
            ? new NoeudLu(id, type, activite.Entier("version") ?? 1, titre, activite)
            : null;
    }

    private static List<LienLu> LireLiens(JsonElement root, List<NoeudLu> noeuds, List<ErreurModele> erreurs)
    {
        var liens = new List<LienLu>();
        foreach (var connexion in root.Liste("connections") ?? [])
        {
            var (source, target) = (connexion.Champ("source"), connexion.Champ("target"));
            var (de, vers) = (source?.Texte("activity"), target?.Texte("activity"));
            if (de is null || vers is null || !noeuds.Exists(n => n.Id == de) || !noeuds.Exists(n => n.Id == vers))
            {
                erreurs.Add(new(CodeErreur.LienMalForme, de, $"Un lien va de « {de ?? "nulle part"} » à « {vers ?? "nulle part"} » : ces deux étapes doivent exister."));
            }
            else
            {
                liens.Add(new LienLu(de, source?.Texte("port") ?? "Done", vers));
            }
        }

        return liens;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Identifiant();
}
