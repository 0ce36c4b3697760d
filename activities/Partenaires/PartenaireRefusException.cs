namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>A partner definitely refused: calling again changes nothing. The message is French and names nobody.</summary>
public sealed class PartenaireRefusException(string partenaire, int statut, string detail)
    : Exception($"Le partenaire « {partenaire} » a refusé la demande ({statut}) : {detail}")
{
    public string Partenaire { get; } = partenaire;

    /// <summary>HTTP status of the refusal.</summary>
    public int Statut { get; } = statut;
}
