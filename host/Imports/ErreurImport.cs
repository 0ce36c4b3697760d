namespace FranceTravail.Parcours.Host.Imports;

/// <summary>What is wrong in a file: the line as an editor counts it, and the column when it is one column's fault.</summary>
internal sealed record ErreurImport(int Ligne, string? Colonne, string Message)
{
    /// <summary>The sentence, with whether it is an « erreur » or a « remarque ».</summary>
    public string Dire(string nature) => Colonne is null ? $"Ligne {Ligne}, {nature} : {Message}" : $"Ligne {Ligne}, colonne {Colonne}, {nature} : {Message}";
}
