namespace FranceTravail.Parcours.Workflows.Courriers;

/// <summary>
/// Codes of the letters a journey sends, with the data given for each. Dates are ISO (<c>2026-11-24</c>), instants ISO in UTC,
/// hours with a point; the letter says them in French, in the zone of the territory.
/// </summary>
public static class ModelesCourrier
{
    /// <summary>Registration done, rights and duties (art. R5411-4). Data: <c>identifiant</c>.</summary>
    public const string Inscription = "inscription";

    /// <summary>Notice of the orientation (art. R5411-8-1). Data: <c>parcours</c>, <c>organisme</c> (labels), <c>motifs</c> (one a line), <c>algorithme</c> (<c>oui</c>/<c>non</c>), <c>decision</c> (<c>humaine</c>/<c>calcul</c>), <c>suivie</c> (the decision follows the computation: <c>oui</c>/<c>non</c>).</summary>
    public const string Orientation = "orientation";

    /// <summary>Proposal of an appointment. Data: <c>debut</c>, <c>fin</c>, <c>lieu</c> (may be absent), <c>objet</c>.</summary>
    public const string Convocation = "convocation";

    /// <summary>Reminder of an appointment. Data: those of <see cref="Convocation"/>, and <c>jours</c> (7, 2 or 1).</summary>
    public const string RappelRendezVous = "rappel-rendez-vous";

    /// <summary>The person was absent; nothing is decided, a new time follows. Data: <c>debut</c>.</summary>
    public const string Absence = "absence";

    /// <summary>The contract is ready to be signed. Data: <c>version</c>, <c>heures</c>, <c>avantLe</c>.</summary>
    public const string ContratASigner = "contrat-a-signer";

    /// <summary>The contract is signed by both. Data: <c>version</c>, <c>heures</c>, <c>signeLe</c>.</summary>
    public const string ContratSigne = "contrat-signe";

    /// <summary>A review comes. Data: <c>le</c>.</summary>
    public const string Revue = "revue";

    /// <summary>Something waits for the person. Data: <c>libelle</c>, <c>avantLe</c>.</summary>
    public const string RappelTache = "rappel-tache";

    public static IReadOnlyList<string> Tous { get; } =
    [
        Inscription, Orientation, Convocation, RappelRendezVous, Absence, ContratASigner, ContratSigne, Revue, RappelTache,
    ];
}
