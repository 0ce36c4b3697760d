namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>The questions that can be asked.</summary>
public static class QuestionsDeDroit
{
    public static IReadOnlyList<QuestionDeDroit> Toutes { get; } =
    [
        new QuestionCommune(), new QuestionCompetence(), new QuestionSanction(), new QuestionProcedure(),
        new QuestionHorloge(), new QuestionRang(), new QuestionContrat(),
    ];

    public static QuestionDeDroit? Trouver(string nom) => Toutes.FirstOrDefault(q => q.Nom == nom);
}
