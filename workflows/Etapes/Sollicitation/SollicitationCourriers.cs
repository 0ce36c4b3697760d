using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Droit;

namespace FranceTravail.Parcours.Workflows.Etapes.Sollicitation;

/// <summary>The letters of the step. Data: <c>objet</c>, as people say it.</summary>
internal static class SollicitationCourriers
{
    /// <summary>It has come in. Data besides: <c>avantLe</c>.</summary>
    public static readonly ModeleCourrier Recue = new("sollicitation-recue", "accusé de réception", "objet", "avantLe");

    /// <summary>It is answered.</summary>
    public static readonly ModeleCourrier Repondue = new("sollicitation-repondue", "réponse à une demande", "objet");

    /// <summary>It is refused: with what the person may do then.</summary>
    public static readonly ModeleCourrier Refusee = new("sollicitation-refusee", "refus d’une demande", "objet")
    {
        Droit = d => new Dictionary<string, string>
        {
            ["recours"] = string.Join('\n', d.Recours()),
            ["articles"] = Article.CiterAuLong(d.BasesRecours()),
        },
    };
}
