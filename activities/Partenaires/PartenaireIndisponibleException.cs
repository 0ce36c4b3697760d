namespace FranceTravail.Parcours.Activities.Partenaires;

/// <summary>A partner did not answer, or answered that it cannot for now: the same call may succeed later. The message is French.</summary>
public class PartenaireIndisponibleException(string partenaire, Exception? cause)
    : Exception($"Le partenaire « {partenaire} » ne répond pas pour le moment.", cause)
{
    public string Partenaire { get; } = partenaire;
}
