using FranceTravail.Parcours.Workflows.Delais;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>How fast the service takes things up, whatever the step: choices of the product; no article sets them and no template changes them.</summary>
public static class Rythme
{
    /// <summary>To take up a dossier without référent, or a demand that a partner refused.</summary>
    public static DelaiLegal PriseEnCharge { get; } = DelaiLegal.EnJours(2);

    /// <summary>To find a slot by hand, or to say whether the person came.</summary>
    public static DelaiLegal TacheUrgente { get; } = DelaiLegal.EnJours(1);

    /// <summary>Since registration: a person whom nobody received yet is pointed out.</summary>
    public static DelaiLegal AlertePremierAccueil { get; } = DelaiLegal.EnJours(21);

    /// <summary>From a passed deadline to the supervisor, where the matter does not press.</summary>
    public static DelaiLegal Escalade { get; } = DelaiLegal.EnJours(3);

    /// <summary>The same for a review or the hours of a week.</summary>
    public static DelaiLegal EscaladeLente { get; } = DelaiLegal.EnJours(7);

    /// <summary>From an appointment to the supervisor, while nobody says whether the person came.</summary>
    public static DelaiLegal EscaladePresence { get; } = DelaiLegal.EnJours(2);

    /// <summary>Days without a word after « contact repris » when the person's own task is still open.</summary>
    public static DelaiLegal EntreRelances { get; } = DelaiLegal.EnJours(7);

    /// <summary>Without an act of the person nor an appointment held: after it a silence shows.</summary>
    public static DelaiLegal Silence { get; } = DelaiLegal.EnJours(21);

    /// <summary>How far back a dossier says how many counsellors opened it.</summary>
    public static DelaiLegal RegardsDossier { get; } = DelaiLegal.EnJours(30);

    /// <summary>When people are first received, and reminders go out.</summary>
    public static LocalTime Ouverture { get; } = new(8, 0);
}
