namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>Who acts: a role and an opaque identifier, never a name.</summary>
public sealed record Acteur(RoleActeur Role, string Id)
{
    /// <summary>The import of a territory's file.</summary>
    public static Acteur Import { get; } = new(RoleActeur.Systeme, "import");

    public static Acteur Systeme { get; } = new(RoleActeur.Systeme, "parcours");
}
