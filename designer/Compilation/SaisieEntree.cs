using System.Text.Json;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>
/// What an author wrote into an input, in whatever form: the Studio wraps it (<c>{"typeName":…,"expression":{"type":…,"value":…}}</c>), a hand
/// writes the value alone. Only what is not there at all is absent; what cannot be read is a fault, never a default.
/// </summary>
internal readonly record struct SaisieEntree(string? Texte, CodeErreur? Code = null, string? Message = null)
{
    /// <summary>Members of the Studio's wrapping beside the expression.</summary>
    private static readonly HashSet<string> Emballage = ["typeName", "memoryReference", "expression"];

    private static readonly SaisieEntree Absente = new(null);

    public static SaisieEntree Lire(JsonElement? saisie) => saisie switch
    {
        null => Absente,
        { ValueKind: not JsonValueKind.Object } seule => Litteral(seule),
        { } objet when objet.Champ("expression") is { } expression => Expression(expression),
        { } objet when objet.TryGetProperty("value", out _) => Expression(objet),
        { } objet when objet.EnumerateObject().All(m => Emballage.Contains(m.Name)) => Absente,
        _ => Inconnue("la forme de cette valeur n’est pas connue ; une valeur seule, ou celle que le Studio écrit, l’est."),
    };

    private static SaisieEntree Expression(JsonElement expression)
    {
        if (expression.ValueKind is not JsonValueKind.Object)
        {
            return Litteral(expression);
        }

        var valeur = expression.Champ("value");
        return expression.Champ("type") is not { } type ? Litteral(valeur)
            : type.ValueKind is not JsonValueKind.String ? Inconnue("le type d’expression n’est pas un texte.")
            : JsonLecture.LireTexte(type) switch
            {
                "Literal" or "Object" or "" => Litteral(valeur),
                "JavaScript" => JavaScript(valeur),
                var autre => Inconnue($"le type d’expression « {autre} » n’est pas accepté ; une valeur ou une expression JavaScript l’est."),
            };
    }

    private static SaisieEntree JavaScript(JsonElement? valeur)
    {
        if (valeur is not { ValueKind: JsonValueKind.String } texte || JsonLecture.LireTexte(texte) is not { } code)
        {
            return new(null, CodeErreur.ExpressionRefusee, "l’expression JavaScript n’est pas un texte.");
        }

        var resultat = ExpressionJavaScript.Evaluer(code);
        return resultat.Erreur is { } erreur ? new(null, CodeErreur.ExpressionRefusee, erreur)
            : string.IsNullOrWhiteSpace(resultat.Valeur) ? new(null, CodeErreur.ExpressionRefusee, "l’expression ne donne aucune valeur.")
            : new(resultat.Valeur);
    }

    /// <summary>The Studio shows a default without writing it, and writes an emptied input as an empty text: both are absent.</summary>
    private static SaisieEntree Litteral(JsonElement? valeur) =>
        valeur is not { } ecrite ? Absente
        : Scalaire(ecrite) is not { } texte ? new(null, CodeErreur.ValeurInvalide, "cette valeur n’est ni un texte, ni un nombre, ni une liste.")
        : string.IsNullOrWhiteSpace(texte) ? Absente
        : new(texte);

    private static string? Scalaire(JsonElement valeur) => valeur.ValueKind switch
    {
        JsonValueKind.String => JsonLecture.LireTexte(valeur),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => valeur.GetRawText(),
        JsonValueKind.Array when valeur.EnumerateArray().Select(Scalaire).ToList() is var parts && parts.TrueForAll(p => p is not null) => string.Join(',', parts),
        _ => null,
    };

    private static SaisieEntree Inconnue(string message) => new(null, CodeErreur.ExpressionInconnue, message);
}
