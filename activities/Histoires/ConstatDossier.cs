namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>What the verification of one dossier found.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="Concordance">How the two agree.</param>
/// <param name="Ecarts">Where they differ, one line each: the row, then what the histories say and what the store shows.</param>
public sealed record ConstatDossier(string DossierId, Concordance Concordance, IReadOnlyList<string> Ecarts)
{
    /// <summary>What the store has lost and no history holds, one line each: only a backup gives it back.</summary>
    public IReadOnlyList<string> DonneesPerdues { get; init; } = [];

    /// <summary>Streams that are to go on, and whose workflow was cancelled, terminated or failed.</summary>
    public IReadOnlyList<string> Interrompus { get; init; } = [];

    /// <summary>Streams that run, and whose workflow task fails at each try.</summary>
    public IReadOnlyList<string> Bloques { get; init; } = [];

    /// <summary>What an operator was told of a decision that fails at each try (<see cref="Dossiers.Echec.DecisionImpossible"/>); null when none does.</summary>
    public string? Impossible { get; init; }

    /// <summary>Streams whose first runs are no longer kept, each with the rank of its last decision that cannot be known any more.</summary>
    public IReadOnlyDictionary<string, long> Inconnus { get; init; } = new Dictionary<string, long>();

    /// <summary>Streams that are to go on, and whose workflow the service does not know.</summary>
    public IReadOnlyList<string> Perdus { get; init; } = [];
}
