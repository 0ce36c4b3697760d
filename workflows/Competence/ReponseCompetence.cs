using FranceTravail.Parcours.Workflows.Droit;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>Who is competent, or why nobody can be named: one of two.</summary>
public abstract record ReponseCompetence
{
    private protected ReponseCompetence()
    {
    }

    /// <summary>An authority is competent.</summary>
    /// <param name="Autorite">Which.</param>
    /// <param name="Articles">Why.</param>
    /// <param name="Version">By which version of the law.</param>
    public sealed record Competente(Autorite Autorite, IReadOnlyList<Article> Articles, VersionDroit Version) : ReponseCompetence
    {
        /// <summary>Who may exercise the power in its place on that day.</summary>
        public IReadOnlyList<Delegation> Delegations { get; init; } = [];

        /// <summary>Who may sign for it, or for its delegate, on that day.</summary>
        public IReadOnlyList<DelegationSignature> Signataires { get; init; } = [];
    }

    /// <summary>Nobody can be named.</summary>
    /// <param name="Raison">A French sentence.</param>
    public sealed record Inconnue(string Raison) : ReponseCompetence;
}
