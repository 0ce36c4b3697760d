namespace FranceTravail.Parcours.Workflows.Parcours;

public enum RoleActeur
{
    /// <summary>The engine of the journey itself: a deadline that passed, an answer of a partner.</summary>
    Systeme,
    Personne,
    Conseiller,
    Encadrement,
}
