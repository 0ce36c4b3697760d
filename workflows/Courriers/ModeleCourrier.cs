using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Courriers;

/// <summary>
/// A kind of letter, declared in the folder of the step that sends it, beside its text (<c>code.liquid</c>). Dates of its data
/// are ISO (<c>2026-11-24</c>), instants ISO in UTC, hours with a point; the letter says them in French, in the zone of the territory.
/// </summary>
/// <param name="code">Name of its text, stable because rows of the case store hold it.</param>
/// <param name="libelle">What people call it: « proposition de rendez-vous ».</param>
/// <param name="donnees">Names of the data that it cannot be written without.</param>
public sealed class ModeleCourrier(string code, string libelle, params string[] donnees)
{
    public string Code => code;

    public string Libelle => libelle;

    public IReadOnlyList<string> Donnees => donnees;

    /// <summary>Which of its data are references to free texts of the case store, that the letter says.</summary>
    public IReadOnlyList<string> Textes { get; init; } = [];

    /// <summary>Its data for an invented person, made as the journey makes them: how a territory reads it before it is sent.</summary>
    public required Func<CasApercu, IReadOnlyDictionary<string, string>> Apercu { get; init; }

    /// <summary>It goes out before anybody accompanies the person.</summary>
    public bool AvantReferent { get; init; }

    /// <summary>The contract of that person, for a letter that says one; null for any other.</summary>
    public Func<CasApercu, ContratProjete>? Contrat { get; init; }

    /// <summary>Delays, articles and authorities that its text says, under <c>droit</c>: no text holds one itself. Null where it says none.</summary>
    public Func<DroitCourrier, IReadOnlyDictionary<string, string>>? Droit { get; init; }
}
