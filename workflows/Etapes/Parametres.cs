using System.Globalization;
using FranceTravail.Parcours.Workflows.Delais;

namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>The parameters of a node, read by type. A compiled template has them all, in bounds: a fault here is a defect of the compiler.</summary>
internal readonly struct Parametres(IReadOnlyDictionary<string, string> valeurs)
{
    public string Texte(string nom) => valeurs[nom];

    public int Entier(string nom) => int.Parse(valeurs[nom], CultureInfo.InvariantCulture);

    public decimal Heures(string nom) => decimal.Parse(valeurs[nom], CultureInfo.InvariantCulture);

    public DelaiLegal Duree(string nom) => DelaiLegal.Analyser(valeurs[nom]);

    public IReadOnlyList<int> Entiers(string nom) =>
        [.. valeurs[nom].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
}
