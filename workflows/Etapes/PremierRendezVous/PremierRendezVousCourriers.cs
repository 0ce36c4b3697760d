using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

/// <summary>
/// The letters of the step. Each says when, for how long, where or how, and which number to call: without these it is not written. Data:
/// those of <see cref="Invitations.Donnees"/>; <c>receveur</c> is there when somebody is named, <c>statut</c> when it did not take place.
/// </summary>
internal static class PremierRendezVousCourriers
{
    private static readonly string[] Necessaires = ["rendezVous", "objet", "debut", "duree", "canal", "ou", "telephone"];

    /// <summary>An appointment is proposed.</summary>
    public static readonly ModeleCourrier Invitation = new("invitation", "proposition de rendez-vous", Necessaires) { Apercu = RendezVous };

    /// <summary>The person is expected, after an invitation that led to nothing.</summary>
    public static readonly ModeleCourrier Convocation = new("convocation", "convocation à un rendez-vous", Necessaires) { Apercu = RendezVous };

    /// <summary>Reminder of an appointment. Data besides: <c>jours</c> (7, 2 or 1).</summary>
    public static readonly ModeleCourrier Rappel = new("rappel-rendez-vous", "rappel de rendez-vous", [.. Necessaires, "jours"])
    {
        Apercu = c => new Dictionary<string, string>(RendezVous(c)) { ["jours"] = CasApercu.JoursAvant },
    };

    /// <summary>The person was absent; nothing is decided, a new time follows.</summary>
    public static readonly ModeleCourrier Absence = new("absence", "message après une absence", [.. Necessaires, "statut"])
    {
        Apercu = c => new Dictionary<string, string>(RendezVous(c, c.DebutPasse)) { ["statut"] = nameof(StatutRendezVous.Absence) },
    };

    /// <summary>The organism moved or cancelled the appointment, or did not keep it: it says so, and apologizes.</summary>
    public static readonly ModeleCourrier DeNotreFait = new("rendez-vous-de-notre-fait", "excuses pour un rendez-vous", [.. Necessaires, "statut"])
    {
        Apercu = c => new Dictionary<string, string>(RendezVous(c)) { ["statut"] = nameof(StatutRendezVous.DeplaceParOrganisme) },
    };

    private static Dictionary<string, string> RendezVous(CasApercu c) => RendezVous(c, c.Debut);

    private static Dictionary<string, string> RendezVous(CasApercu c, Instant debut) => Invitations.Donnees(new()
    {
        RendezVousId = "apercu",
        Objet = "Premier rendez-vous",
        Debut = debut,
        Fin = debut + CasApercu.Duree,
        Lieu = c.Lieu,
        ConseillerId = "apercu",
        Statut = StatutRendezVous.Propose,
    });
}
