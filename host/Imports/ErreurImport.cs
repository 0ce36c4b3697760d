namespace FranceTravail.Parcours.Host.Imports;

/// <summary>What is wrong in a file: the line as an editor counts it, and the column when it is one column's fault.</summary>
internal sealed record ErreurImport(int Ligne, string? Colonne, string Message)
{
    public override string ToString() => Colonne is null ? $"Ligne {Ligne} : {Message}" : $"Ligne {Ligne}, colonne {Colonne} : {Message}";
}
