namespace FranceTravail.Parcours.Workflows.Communes;

/// <summary>A commune of the official geographic code.</summary>
/// <param name="Code">INSEE code, five characters: <c>69123</c>, <c>2A004</c>, <c>97411</c>.</param>
/// <param name="Nom">Its name.</param>
/// <param name="CodesPostaux">At least one.</param>
/// <param name="Population">Inhabitants.</param>
public sealed record Commune(string Code, string Nom, IReadOnlyList<string> CodesPostaux, int Population)
{
    /// <summary>SIREN of the group of communes with its own tax that it belongs to; null when none.</summary>
    public string? Epci { get; init; }

    /// <summary>Code of the département or of the overseas territory: two characters, three overseas.</summary>
    public string Departement => DepartementDe(Code);

    internal static string DepartementDe(string code) => code is ['9', '7' or '8', ..] ? code[..3] : code[..2];
}
