namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>A question of the logigramme, or a datum that names the organism, with what was read.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Question">« Se projette dans un emploi ».</param>
/// <param name="Reponse">« oui », « non exprimé ».</param>
internal sealed record QuestionLogigramme(string Code, string Question, string Reponse)
{
    public string Phrase => $"{Question} : {Reponse}";
}
