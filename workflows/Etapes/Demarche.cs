using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>The form by which somebody opens a thread that begins with this step, as data: the page renders it without knowing the step.</summary>
public sealed record Demarche
{
    /// <summary>Said to whoever fills it in: « Faire une demande ».</summary>
    public required string Titre { get; init; }

    /// <summary>On its button: « Envoyer ma demande ».</summary>
    public required string Geste { get; init; }

    /// <summary>Said once it is sent.</summary>
    public required string Envoyee { get; init; }

    /// <summary>What it is for and what follows, said to whoever fills it in.</summary>
    public required string Explication
    {
        get;
        init => field = Francais.Composer(value);
    }

    /// <summary>What is asked, of the person for whom it is opened.</summary>
    public required Func<PourQui, IReadOnlyList<Champ>> Champs { get; init; }
}
