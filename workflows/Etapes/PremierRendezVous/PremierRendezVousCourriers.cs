using FranceTravail.Parcours.Workflows.Courriers;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

/// <summary>The letters of the step.</summary>
internal static class PremierRendezVousCourriers
{
    /// <summary>Proposal of an appointment. Data: <c>debut</c>, <c>fin</c>, <c>lieu</c> (may be absent), <c>objet</c>.</summary>
    public static readonly ModeleCourrier Convocation = new("convocation", "proposition de rendez-vous", "debut", "objet")
    {
        Apercu = RendezVous,
    };

    /// <summary>Reminder of an appointment. Data: those of <see cref="Convocation"/>, and <c>jours</c> (7, 2 or 1).</summary>
    public static readonly ModeleCourrier Rappel = new("rappel-rendez-vous", "rappel de rendez-vous", "debut", "objet", "jours")
    {
        Apercu = c => new Dictionary<string, string>(RendezVous(c)) { ["jours"] = CasApercu.JoursAvant },
    };

    /// <summary>The person was absent; nothing is decided, a new time follows. Data: <c>debut</c>.</summary>
    public static readonly ModeleCourrier Absence = new("absence", "message après une absence", "debut")
    {
        Apercu = RendezVous,
    };

    private static Dictionary<string, string> RendezVous(CasApercu c) => new Dictionary<string, string>
    {
        ["debut"] = InstantPattern.General.Format(c.Debut),
        ["fin"] = InstantPattern.General.Format(c.Fin),
        ["objet"] = "Premier rendez-vous",
    };
}
