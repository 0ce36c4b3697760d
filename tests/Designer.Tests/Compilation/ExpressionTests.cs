using System.Diagnostics;
using CsCheck;
using FranceTravail.Parcours.Designer.Compilation;

namespace FranceTravail.Parcours.Designer.Tests.Compilation;

public sealed class ExpressionTests
{
    private static readonly string[] Fragments =
    [
        "x", "1", "'a'", "+", "=>", "(", ")", "[", "]", "{", "}", ";", "=", "let ", "function", "class ", "new ", "this", "async ", "await ", "yield ", "`${",
        "Symbol", "Proxy", "Reflect", "import(", "Math", ".constructor", ".__proto__", "...", "?.", "/a/", "throw ", "return ", "Array(9)", ".length", ",",
    ];

    [Theory]
    [InlineData("3 * 5", "15")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("'P' + (20 + 1) + 'D'", "P21D")]
    [InlineData("[7, 2, 1].map(n => n * 2)", "14,4,2")]
    [InlineData("Math.max(2, 9)", "9")]
    [InlineData("true", "True")]
    public void Should_give_the_value_of_an_expression(string code, string attendu) =>
        Assert.Equal(attendu, ExpressionJavaScript.Evaluer(code).Valeur, ignoreCase: true);

    [Theory]
    [InlineData("new Date().getTime()")]
    [InlineData("Date.now()")]
    [InlineData("Math.random()")]
    [InlineData("performance.now()")]
    [InlineData("Temporal.Now.instant()")]
    [InlineData("globalThis.Date")]
    [InlineData("(function(){ return this })().Date.now()")]
    [InlineData("(() => {}).constructor('return 1')()")]
    [InlineData("(async () => {}).constructor('return 1')()")]
    [InlineData("eval('1')")]
    [InlineData("require('fs')")]
    [InlineData("System.IO.File.ReadAllText('/etc/passwd')")]
    [InlineData("dossier.retards")]
    [InlineData("while (true) {}")]
    [InlineData("for (let i = 0; ; i++) {}")]
    [InlineData("(function f() { return f() })()")]
    [InlineData("let s = 'x'; for (let i = 0; i < 60; i++) { s += s } s.length")]
    [InlineData("'x'.repeat(1e9)")]
    [InlineData("'x'.padEnd(1e9)")]
    [InlineData("new Array(1e9).fill(0).length")]
    [InlineData("[].concat(Array(1e6)).join('xxxxxxxxxx')")]
    [InlineData("/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')")]
    [InlineData("import('x')")]
    [InlineData("({})")]
    [InlineData("undefined")]
    [InlineData("0 / 0")]
    [InlineData("throw 'non'")]
    [InlineData("1 +")]
    [InlineData("")]
    public void Should_refuse_whatever_is_beyond_the_sandbox_and_quickly(string code)
    {
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var resultat = ExpressionJavaScript.Evaluer(code);
        Assert.Null(resultat.Valeur);
        Assert.NotNull(resultat.Erreur);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 256 * 1024 * 1024);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Should_refuse_an_expression_too_long_or_too_deep()
    {
        Assert.NotNull(ExpressionJavaScript.Evaluer(new string('1', 3000)).Erreur);
        Assert.NotNull(ExpressionJavaScript.Evaluer(new string('(', 1999)).Erreur);
        Assert.NotNull(ExpressionJavaScript.Evaluer(new string('[', 999) + new string(']', 999)).Erreur);
    }

    [Fact]
    public void Should_never_throw_whatever_is_written() =>
        Gen.OneOf(
            Gen.String,
            Gen.Int[0, Fragments.Length - 1].Array[1, 12].Select(picked => string.Concat(picked.Select(i => Fragments[i]))))
        .Sample(
            code =>
            {
                var resultat = ExpressionJavaScript.Evaluer(code);
                Assert.NotEqual(resultat.Valeur is null, resultat.Erreur is null);
            },
            iter: 500,
            threads: 1);

    [Fact]
    public void When_an_expression_is_used_in_a_template_its_value_is_bounded_as_any_other()
    {
        var compiled = new DefinitionModifiee().Regler("revue", "periodicite", "'P' + 2 * 2 + 'M'", "JavaScript").Compiler();
        Assert.Equal("P4M", compiled.Modele!.Noeuds.Single(n => n.Id == "revue").Parametres["Periodicite"]);
        Assert.Equal(CodeErreur.ValeurHorsBornes, new DefinitionModifiee().Regler("revue", "periodicite", "'P99M'", "JavaScript").Erreur().Code);
        Assert.Equal(CodeErreur.ExpressionRefusee, new DefinitionModifiee().Regler("revue", "periodicite", "Date.now()", "JavaScript").Erreur().Code);
        Assert.Equal(CodeErreur.ExpressionInconnue, new DefinitionModifiee().Regler("revue", "periodicite", "x", "CSharp").Erreur().Code);
    }
}
