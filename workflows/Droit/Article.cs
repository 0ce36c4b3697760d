using System.Text.RegularExpressions;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Droit;

/// <summary>An article of law, and how it is cited in French.</summary>
/// <param name="Code">Where it stands.</param>
/// <param name="Numero">Its number, with the paragraph where it matters: <c>L5411-6 II</c>; for <see cref="CodeDroit.Autre"/> the whole citation.</param>
public sealed partial record Article(CodeDroit Code, string Numero)
{
    /// <summary>« Code du travail, art. L5411-6 II ».</summary>
    public string Citation => Code is CodeDroit.Autre ? Numero : $"{Nom(Code)}, art. {Numero}";

    public static Article Travail(string numero) => new(CodeDroit.Travail, numero);

    public static Article ActionSociale(string numero) => new(CodeDroit.ActionSociale, numero);

    public static Article Relations(string numero) => new(CodeDroit.RelationsPublicAdministration, numero);

    public static Article Justice(string numero) => new(CodeDroit.JusticeAdministrative, numero);

    public static Article Procedure(string numero) => new(CodeDroit.ProcedureCivile, numero);

    public static Article Autre(string citation) => new(CodeDroit.Autre, citation);

    /// <summary>Several at once: « Code du travail, art. L5411-6 et R5411-15 ; Code de justice administrative, art. R421-1 ».</summary>
    public static string Citer(params IEnumerable<Article> articles) => Citer(articles, numeros => $"art. {Francais.Enumerer(numeros)}");

    /// <summary>As a letter writes it: « Code du travail, articles L. 5411-6 et R. 5411-15 ; Code de justice administrative, article R. 421-1 ».</summary>
    public static string CiterAuLong(params IEnumerable<Article> articles) =>
        Citer(articles, numeros => $"article{(numeros.Count > 1 ? "s" : "")} {Francais.Enumerer([.. numeros.Select(n => Partie().Replace(n, "$1. $2"))])}");

    public override string ToString() => Citation;

    private static string Citer(IEnumerable<Article> articles, Func<IReadOnlyList<string>, string> numeroter) =>
        string.Join(" ; ", articles.Distinct().GroupBy(a => a.Code is CodeDroit.Autre ? a.Numero : Nom(a.Code)).Select(g =>
            g.First().Code is CodeDroit.Autre ? g.Key : $"{g.Key}, {numeroter([.. g.Select(a => a.Numero)])}"));

    /// <summary>The letter of a part of a code, before its number.</summary>
    [GeneratedRegex(@"^([LRD])(\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Partie();

    private static string Nom(CodeDroit code) => code switch
    {
        CodeDroit.Travail => "Code du travail",
        CodeDroit.ActionSociale => "Code de l’action sociale et des familles",
        CodeDroit.RelationsPublicAdministration => "Code des relations entre le public et l’administration",
        CodeDroit.JusticeAdministrative => "Code de justice administrative",
        CodeDroit.ProcedureCivile => "Code de procédure civile",
        CodeDroit.Education => "Code de l’éducation",
        CodeDroit.CollectivitesTerritoriales => "Code général des collectivités territoriales",
        CodeDroit.InformatiqueEtLibertes => "Loi n° 78-17 du 6 janvier 1978",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "A code without a name."),
    };
}
