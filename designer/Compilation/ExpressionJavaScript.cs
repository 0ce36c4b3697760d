using Acornima;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>
/// Evaluates an expression of a template once, when it is compiled: journeys only ever see its value. The sandbox has no clock, no chance,
/// no host object, no code made of text, and bounds on steps, depth, memory and time.
/// </summary>
internal static class ExpressionJavaScript
{
    private const int MaxLongueur = 2000;

    // Whatever is not needed to compute a number or a text from literals is not there.
    private static readonly HashSet<string> Permis =
        ["Object", "Array", "String", "Number", "Boolean", "Math", "NaN", "Infinity", "undefined", "parseInt", "parseFloat", "isNaN", "isFinite"];

    // Chance, and what makes a text of any length in one call, between two checks of the memory.
    private const string Retraits = """
        delete Math.random;
        delete String.prototype.repeat;
        delete String.prototype.padStart;
        delete String.prototype.padEnd;
        """;

    public static ResultatExpression Evaluer(string code)
    {
        if (code.Length > MaxLongueur)
        {
            return Refus($"l’expression dépasse {MaxLongueur} caractères.");
        }

        try
        {
            return Valeur(Sandbox().Evaluate(code));
        }
        catch (StatementsCountOverflowException)
        {
            return Refus("l’expression fait trop de pas.");
        }
        catch (Exception error) when (error is TimeoutException or MemoryLimitExceededException or RecursionDepthOverflowException or InsufficientExecutionStackException)
        {
            return Refus("l’expression demande trop de temps, de mémoire ou de profondeur.");
        }
        catch (ParseErrorException error)
        {
            return Refus($"l’expression JavaScript est mal écrite (ligne {error.LineNumber}, caractère {error.Column + 1}).");
        }
        catch (JavaScriptException error)
        {
            return Refus($"l’expression échoue : {error.Message}. Elle n’a ni horloge, ni hasard, ni donnée du dossier.");
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The interpreter is not ours, and an author can write anything: what it throws beyond its own family is a refusal too.
            return Refus("l’expression sort de ce qui est permis.");
        }
    }

    private static Engine Sandbox()
    {
        var engine = new Engine(options =>
        {
            options.Strict();
            options.MaxStatements(10_000);
            options.LimitMemory(8 * 1024 * 1024);
            options.LimitRecursion(64);
            options.TimeoutInterval(TimeSpan.FromMilliseconds(500));
            options.MaxArraySize(1000);
            options.DisableStringCompilation();
            options.Constraints.RegexTimeout = TimeSpan.FromMilliseconds(200);
        });
        foreach (var name in engine.Global.GetOwnPropertyKeys().Where(k => k.IsString() && !Permis.Contains(k.AsString())).ToList())
        {
            engine.Global.Delete(name);
        }

        engine.Execute(Retraits);
        return engine;
    }

    private static ResultatExpression Valeur(JsValue value) => value switch
    {
        JsString or JsBoolean => new(value.ToString(), null),
        JsNumber number when double.IsFinite(number.AsNumber()) => new(((decimal)Math.Clamp(number.AsNumber(), -1e12, 1e12)).ToString(System.Globalization.CultureInfo.InvariantCulture), null),
        JsArray array when array.Length <= 100 && array.All(v => v is JsNumber or JsString) => new(string.Join(',', array.Select(v => v.ToString())), null),
        _ => Refus("l’expression ne donne ni texte, ni nombre, ni liste."),
    };

    private static ResultatExpression Refus(string message) => new(null, message);
}
