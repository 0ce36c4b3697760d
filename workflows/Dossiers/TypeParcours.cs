namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>The three legal categories (Code du travail, art. L5411-5-1).</summary>
public enum TypeParcours
{
    Professionnel,
    SocioProfessionnel,
    Social,
}
