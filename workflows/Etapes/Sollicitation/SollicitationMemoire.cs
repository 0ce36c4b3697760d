namespace FranceTravail.Parcours.Workflows.Etapes.Sollicitation;

/// <summary>What the person asked for.</summary>
/// <param name="Objet">Code of <see cref="SollicitationDefinition.Objets"/>.</param>
internal sealed record SollicitationMemoire(string Objet) : IMemoire<SollicitationMemoire>
{
    public SollicitationMemoire()
        : this("")
    {
    }
}
