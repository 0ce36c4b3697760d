namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>A question of law over a row of texts: what it asks for, and what it answers from the tables.</summary>
public abstract class QuestionDeDroit
{
    /// <summary>As it is typed: <c>commune</c>, <c>horloge</c>.</summary>
    public abstract string Nom { get; }

    /// <summary>What is answered, a French sentence.</summary>
    public abstract string Description { get; }

    /// <summary>The columns of the question, in order.</summary>
    public abstract IReadOnlyList<string> Colonnes { get; }

    /// <summary>What may be given besides.</summary>
    public virtual IReadOnlyList<string> ColonnesFacultatives => [];

    /// <summary>What a column accepts, in French.</summary>
    public string Attendu(string colonne) => ValeursAttendues.De(this, colonne);

    /// <summary>The columns of the answer, in order.</summary>
    public abstract IReadOnlyList<string> ColonnesReponse { get; }

    /// <summary>Answers one row; a value that is missing counts as empty, a name that is not a column is not read.</summary>
    public ReponseDeDroit Repondre(IReadOnlyDictionary<string, string> valeurs, ContexteQuestions contexte)
    {
        var cas = new CasDeDroit(valeurs);
        var reponse = Repondre(cas, contexte);
        return cas.Erreur is { } erreur ? ReponseDeDroit.Impossible(erreur) with { Incomplet = cas.Incomplet } : reponse;
    }

    /// <summary>Reads the case and answers; what it answers does not count when the case could not be read.</summary>
    private protected abstract ReponseDeDroit Repondre(CasDeDroit cas, ContexteQuestions contexte);
}
