namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>A card of a step, as data: the page renders it without knowing the step.</summary>
/// <param name="Titre">Its heading.</param>
/// <param name="Texte">One or two sentences, said to the person.</param>
public sealed record CarteEtape(string Titre, string Texte)
{
    /// <summary>In place of <see cref="Texte"/> when the contract in force asks for no weekly hours; null when that changes nothing.</summary>
    public string? TexteSansHeures { get; init; }
}
