using System.Globalization;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Droit;

namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>The parameters of a node, read by type, as they hold for a fact of one day.</summary>
/// <param name="definition">The step of the node.</param>
/// <param name="valeurs">What the template sets.</param>
/// <param name="loi">The law of the day of the fact.</param>
internal readonly struct Parametres(DefinitionEtape definition, IReadOnlyDictionary<string, string> valeurs, Loi loi)
{
    public string Texte(string nom) => definition.Entrees.Single(e => e.Nom == nom).Valeur(valeurs.GetValueOrDefault(nom), loi);

    public int Entier(string nom) => int.Parse(Texte(nom), CultureInfo.InvariantCulture);

    public decimal Heures(string nom) => decimal.Parse(Texte(nom), CultureInfo.InvariantCulture);

    public DelaiLegal Duree(string nom) => DelaiLegal.Analyser(Texte(nom));

    public IReadOnlyList<int> Entiers(string nom) =>
        [.. Texte(nom).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
}
