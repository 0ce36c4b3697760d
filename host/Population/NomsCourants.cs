namespace FranceTravail.Parcours.Host.Population;

/// <summary>Common first and last names, read from the committed list.</summary>
internal sealed record NomsCourants(string[] Feminins, string[] Masculins, string[] Noms)
{
    public static NomsCourants Lire()
    {
        using var reader = new StreamReader(typeof(NomsCourants).Assembly.GetManifestResourceStream("prenoms-noms.txt")!);
        var lists = reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ')).ToArray();
        // A hyphen stands for the blank inside a double name.
        return new(lists[0], lists[1], [.. lists[2].Select(n => n.Replace('-', ' '))]);
    }
}
