using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Droit.Questions;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Host.Droit;

/// <summary>An answer as a jurist reads it: sentences, values, articles, version of the law.</summary>
internal static class Explication
{
    public static IEnumerable<string> Dire(QuestionDeDroit question, ReponseDeDroit answer)
    {
        if (answer.Erreur is { } fault)
        {
            yield return Francais.Composer(fault);
            if (answer.Incomplet)
            {
                yield return "";
                yield return Francais.Composer($"La question « {question.Nom} » attend :");
                foreach (var column in question.Colonnes.Concat(question.ColonnesFacultatives))
                {
                    yield return Francais.Composer($"  {column} = {question.Attendu(column)}");
                }
            }

            yield break;
        }

        foreach (var sentence in answer.Phrases)
        {
            yield return Francais.Composer(sentence);
        }

        yield return "";
        foreach (var (column, value) in question.ColonnesReponse.Zip(answer.Valeurs))
        {
            yield return $"{column} = {(value.Length > 0 ? value : "(sans objet)")}";
        }

        yield return "";
        yield return answer.Articles.Any() ? Francais.Composer($"Articles : {Article.Citer(answer.Articles)}.") : Francais.Composer("Articles : aucun n’a été lu ici.");
        yield return Francais.Composer($"Version du droit : {answer.Version!.Nom} ({answer.Version.Textes}).");
    }
}
