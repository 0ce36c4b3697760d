namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>
/// A partner definitely refused: calling again changes nothing. The message is French, and leaves out what the partner wrote:
/// it goes to histories and logs, and a partner may name the person.
/// </summary>
public sealed class PartenaireRefusException(string partenaire, int statut)
    : Exception($"Le partenaire « {partenaire} » a refusé la demande (réponse {statut}).")
{
    public string Partenaire { get; } = partenaire;

    /// <summary>HTTP status of the refusal.</summary>
    public int Statut { get; } = statut;
}
