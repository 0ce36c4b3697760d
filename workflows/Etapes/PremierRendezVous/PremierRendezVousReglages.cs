using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

/// <summary>What the service chooses here, and what a territory may set within which bounds; what the law sets is read from it.</summary>
internal static class PremierRendezVousReglages
{
    /// <summary>Mornings before the deadline on which the alert reminds, in days.</summary>
    public static IReadOnlyList<int> RappelsAlerte { get; } = [5, 2];

    /// <summary>How long an appointment that is fixed by hand may last.</summary>
    public static IReadOnlyList<Duration> Durees { get; } = [Duration.FromMinutes(30), Duration.FromMinutes(45), Duration.FromMinutes(60), Duration.FromMinutes(90)];

    public static Reglage Preavis { get; } = new("P3D", "P2D", "P10D");

    public static Reglage Rappels { get; } = new("7,2,1", "1", "30");

    public static Reglage Propositions { get; } = new("3", "1", "5");

    public static Duration Duree { get; } = Duration.FromMinutes(45);

    /// <summary>How far ahead an agenda is searched.</summary>
    public static DelaiLegal RechercheAgenda { get; } = DelaiLegal.EnJours(14);

    /// <summary>For the agenda to answer a search.</summary>
    public static DelaiLegal ReponseAgenda { get; } = DelaiLegal.EnJours(2);

    /// <summary>How far ahead an appointment may be fixed by hand.</summary>
    public static DelaiLegal Horizon { get; } = DelaiLegal.EnJours(60);

    /// <summary>How far an appointment may be moved.</summary>
    public static DelaiLegal HorizonDeplacement { get; } = DelaiLegal.EnJours(30);

    /// <summary>For the person to say what kept her from an appointment.</summary>
    public static DelaiLegal Explication { get; } = DelaiLegal.EnJours(15);

    /// <summary>In how many agendas beside the référent's a first appointment is looked for.</summary>
    public static int Remplacants => 2;

    /// <summary>After it nobody is received.</summary>
    public static LocalTime Fermeture { get; } = new(19, 0);

    /// <summary>On the day of an appointment, when the référent is asked to note who comes.</summary>
    public static LocalTime Matin { get; } = new(7, 0);

    /// <summary>Where nobody sets less, all that the law leaves.</summary>
    public static Reglage Delai(Loi loi) => new Reglage(null, "P1D", null).JusquA(loi.Orientation.PremierRendezVous);

    /// <summary>Before the delay is over; a choice of the service, which no article sets.</summary>
    public static Reglage Alerte(Loi loi) => new Reglage(Rythme.AlertePremierAccueil.ToString(), "P1D", null).JusquA(loi.Orientation.PremierRendezVous) with { Article = null };
}
