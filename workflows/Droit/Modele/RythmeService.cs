using FranceTravail.Parcours.Workflows.Delais;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit.Modele;

/// <summary>How fast the service takes things up: choices of the product, in one place; no article sets them and no template changes them.</summary>
public sealed record RythmeService
{
    /// <summary>Left to decide once France Travail has taken over an orientation.</summary>
    public DelaiLegal DecisionApresRelais { get; init; } = DelaiLegal.EnJours(7);

    /// <summary>A notice still without proof of receipt is asked about again.</summary>
    public DelaiLegal RelancePreuve { get; init; } = DelaiLegal.EnJours(7);

    /// <summary>To find out the receipt of a notice.</summary>
    public DelaiLegal RecherchePreuve { get; init; } = DelaiLegal.EnJours(15);

    /// <summary>To take up a dossier without référent, or a demand that a partner refused.</summary>
    public DelaiLegal PriseEnCharge { get; init; } = DelaiLegal.EnJours(2);

    /// <summary>To find a slot by hand, or to say whether the person came.</summary>
    public DelaiLegal TacheUrgente { get; init; } = DelaiLegal.EnJours(1);

    /// <summary>To call a person who stays silent.</summary>
    public DelaiLegal Appel { get; init; } = DelaiLegal.EnJours(3);

    /// <summary>From a passed deadline to the supervisor, where the matter does not press.</summary>
    public DelaiLegal Escalade { get; init; } = DelaiLegal.EnJours(3);

    /// <summary>The same for a review or the hours of a week.</summary>
    public DelaiLegal EscaladeLente { get; init; } = DelaiLegal.EnJours(7);

    /// <summary>A closed week can be taken up again so long.</summary>
    public DelaiLegal RepriseSemaine { get; init; } = DelaiLegal.EnJours(28);

    /// <summary>How far ahead an agenda is searched.</summary>
    public DelaiLegal RechercheAgenda { get; init; } = DelaiLegal.EnJours(14);

    /// <summary>How far ahead an appointment may be fixed by hand.</summary>
    public DelaiLegal HorizonRendezVous { get; init; } = DelaiLegal.EnJours(60);

    /// <summary>How far an appointment may be moved.</summary>
    public DelaiLegal HorizonDeplacement { get; init; } = DelaiLegal.EnJours(30);

    /// <summary>For the agenda to answer a search.</summary>
    public DelaiLegal ReponseAgenda { get; init; } = DelaiLegal.EnJours(2);

    /// <summary>Days without a word after « contact repris » when the person's own task is still open.</summary>
    public DelaiLegal EntreRelances { get; init; } = DelaiLegal.EnJours(7);

    /// <summary>From an appointment to the supervisor, while nobody says whether the person came.</summary>
    public DelaiLegal EscaladePresence { get; init; } = DelaiLegal.EnJours(2);

    /// <summary>From the day of a call that was not made to the supervisor.</summary>
    public DelaiLegal EscaladeAppel { get; init; } = DelaiLegal.EnJours(4);

    /// <summary>For the person to say what kept her from an appointment.</summary>
    public DelaiLegal ExplicationAbsence { get; init; } = DelaiLegal.EnJours(15);

    /// <summary>Without an act of the person nor an appointment held: after it a silence shows.</summary>
    public DelaiLegal Silence { get; init; } = DelaiLegal.EnJours(21);

    /// <summary>How far back a dossier says how many counsellors opened it.</summary>
    public DelaiLegal RegardsDossier { get; init; } = DelaiLegal.EnJours(30);

    /// <summary>Weeks in a row without a declaration after which the référent is asked to call.</summary>
    public int SilencesAvantAppel { get; init; } = 2;

    /// <summary>The day of a week on which its hours can be declared.</summary>
    public IsoDayOfWeek OuvertureSemaine { get; init; } = IsoDayOfWeek.Friday;

    /// <summary>Mornings before a deadline on which its task reminds.</summary>
    public RappelsService Rappels { get; init; } = new();

    /// <summary>Within which the organisation answers a person, when the contract says so.</summary>
    public int HeuresReponse { get; init; } = 48;

    public Duration DureeRendezVous { get; init; } = Duration.FromMinutes(45);

    /// <summary>How long an appointment that is fixed by hand may last.</summary>
    public IReadOnlyList<Duration> DureesRendezVous { get; init; } = [Duration.FromMinutes(30), Duration.FromMinutes(45), Duration.FromMinutes(60), Duration.FromMinutes(90)];

    /// <summary>In how many agendas beside the référent's a first appointment is looked for.</summary>
    public int Remplacants { get; init; } = 2;

    /// <summary>Between these hours a person is received.</summary>
    public LocalTime Ouverture { get; init; } = new(8, 0);

    public LocalTime Fermeture { get; init; } = new(19, 0);

    /// <summary>On the day of an appointment, when the référent is asked to note who comes.</summary>
    public LocalTime MatinRendezVous { get; init; } = new(7, 0);
}
