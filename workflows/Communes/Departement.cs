namespace FranceTravail.Parcours.Workflows.Communes;

/// <summary>A département or an overseas territory of the geographic code.</summary>
/// <param name="Code"><c>69</c>, <c>2A</c>, <c>974</c>.</param>
/// <param name="Nom">« Rhône ».</param>
/// <param name="Region">Code of its région.</param>
public sealed record Departement(string Code, string Nom, string Region)
{
    /// <summary>How INSEE says that the name takes an article (its « TNCC »).</summary>
    internal Liaison Liaison { get; init; }

    /// <summary>« du Rhône », « de l’Ain », « des Ardennes », « de La Réunion ».</summary>
    public string DuNom => Liaison.Du(Nom);

    /// <summary>A département and region of overseas: Guadeloupe, Martinique, Guyane, La Réunion, Mayotte. The mutualité sociale agricole serves none of them.</summary>
    public bool EstOutreMer => Code is "971" or "972" or "973" or "974" or "976";

    /// <summary>Saint-Pierre-et-Miquelon, Saint-Barthélemy, Saint-Martin: no département, and no body of its own of the networks that others have.</summary>
    public bool EstCollectivite => Code is "975" or "977" or "978";

    /// <summary>New Caledonia, Polynesia, Wallis and the lands without people: neither the Code du travail nor the RSA applies there.</summary>
    public bool EstHorsChamp => Code.StartsWith("98", StringComparison.Ordinal);
}
