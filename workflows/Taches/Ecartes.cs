namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>Who may not do a task though she is of its queue: what touches her own work is decided by another agent.</summary>
/// <param name="Referent">Whoever is the référent of the person when the act is done.</param>
/// <param name="Demandeur">The counsellor who asked; null when the person did.</param>
public sealed record Ecartes(bool Referent, string? Demandeur)
{
    public bool Compte(string? acteur, string? referent) => acteur is not null && ((Referent && acteur == referent) || acteur == Demandeur);
}
