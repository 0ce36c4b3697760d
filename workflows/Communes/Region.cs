namespace FranceTravail.Parcours.Workflows.Communes;

/// <summary>A région of the geographic code.</summary>
/// <param name="Code"><c>84</c>.</param>
/// <param name="Nom">« Auvergne-Rhône-Alpes ».</param>
public sealed record Region(string Code, string Nom)
{
    internal Liaison Liaison { get; init; }

    /// <summary>« d’Auvergne-Rhône-Alpes », « de La Réunion ».</summary>
    public string DuNom => Liaison.Du(Nom);
}
