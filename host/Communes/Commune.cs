namespace FranceTravail.Parcours.Host.Communes;

/// <summary>A commune of the official geographic code.</summary>
internal sealed record Commune(string Code, string Nom, IReadOnlyList<string> CodesPostaux, int Population)
{
    /// <summary>Two characters, three overseas.</summary>
    public string Departement => Code.StartsWith("97", StringComparison.Ordinal) || Code.StartsWith("98", StringComparison.Ordinal) ? Code[..3] : Code[..2];
}
