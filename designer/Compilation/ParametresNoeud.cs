using System.Text.Json;
using FranceTravail.Parcours.Workflows.Etapes;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>The parameters of a node: every input of its step, by canonical text, defaults filled in.</summary>
internal static class ParametresNoeud
{
    public static SortedDictionary<string, string> Lire(NoeudLu noeud, DefinitionEtape etape, List<ErreurModele> erreurs)
    {
        var parametres = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entree in etape.Entrees)
        {
            // The Studio shows a default without writing it: an absent or emptied input takes it.
            var saisie = noeud.Json.Champ(JsonNamingPolicy.CamelCase.ConvertName(entree.Nom));
            var (valeur, erreur) = Evaluer(saisie);
            if (erreur is not null)
            {
                erreurs.Add(new(erreur.Value.Code, noeud.Id, $"« {noeud.Nom} », « {entree.Libelle} » : {erreur.Value.Message}"));
            }
            else if ((string.IsNullOrWhiteSpace(valeur) ? entree.ParDefaut : valeur) is not { } texte)
            {
                erreurs.Add(new(CodeErreur.EntreeManquante, noeud.Id, $"« {noeud.Nom} » : « {entree.Libelle} » doit être renseigné."));
            }
            else if (ValeurEntree.Lire(entree, texte) is var lue && lue.Erreur is not null)
            {
                erreurs.Add(new(lue.HorsBornes ? CodeErreur.ValeurHorsBornes : CodeErreur.ValeurInvalide, noeud.Id, $"« {noeud.Nom} », « {entree.Libelle} » : {lue.Erreur}"));
            }
            else
            {
                parametres[entree.Nom] = lue.Texte;
            }
        }

        RefuseUnknown(noeud, etape, erreurs);
        return parametres;
    }

    private static (string? Valeur, (CodeErreur Code, string Message)? Erreur) Evaluer(JsonElement? saisie)
    {
        if (saisie?.Champ("expression") is not { } expression)
        {
            return (null, null);
        }

        var valeur = expression.Champ("value");
        switch (expression.Texte("type") ?? "Literal")
        {
            case "Literal" or "Object":
                return (valeur is null ? null : Scalaire(valeur.Value), null);
            case "JavaScript":
                var resultat = ExpressionJavaScript.Evaluer(valeur is { ValueKind: JsonValueKind.String } code ? JsonLecture.LireTexte(code) ?? "" : "");
                return resultat.Erreur is null ? (resultat.Valeur, null) : (null, (CodeErreur.ExpressionRefusee, resultat.Erreur));
            case var autre:
                return (null, (CodeErreur.ExpressionInconnue, $"le type d’expression « {autre} » n’est pas accepté ; une valeur ou une expression JavaScript l’est."));
        }
    }

    private static string? Scalaire(JsonElement valeur) => valeur.ValueKind switch
    {
        JsonValueKind.String => JsonLecture.LireTexte(valeur),
        JsonValueKind.Array => string.Join(',', valeur.EnumerateArray().Select(Scalaire)),
        _ => valeur.GetRawText(),
    };

    private static void RefuseUnknown(NoeudLu noeud, DefinitionEtape etape, List<ErreurModele> erreurs)
    {
        var connues = etape.Entrees.Select(e => JsonNamingPolicy.CamelCase.ConvertName(e.Nom)).ToHashSet(StringComparer.Ordinal);
        foreach (var champ in noeud.Json.EnumerateObject().Where(c => c.Value.Champ("expression") is not null && !connues.Contains(c.Name)))
        {
            erreurs.Add(new(CodeErreur.EntreeInconnue, noeud.Id, $"« {noeud.Nom} » : cette étape n’a pas de réglage « {champ.Name} »."));
        }
    }
}
