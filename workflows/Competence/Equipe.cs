using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>
/// The people of the organisme référent of a person, where she lives: the référent is one of them, and nobody else may stand in for her
/// (Code du travail, art. L5411-6).
/// </summary>
/// <param name="Organisme">The organism.</param>
/// <param name="Autorite">Of which authority, where there are several of its kind: the département, the métropole; null otherwise.</param>
/// <param name="Nom">What it is called there.</param>
public sealed record Equipe(OrganismeReferent Organisme, Decideur? Autorite, string Nom)
{
    /// <summary>Null before a first orientation.</summary>
    public static Equipe? De(OrganismeReferent? organisme, TableCompetence competences, Commune? lieu, LocalDate le)
    {
        var executif = lieu is null ? null : competences.ExecutifDe(lieu, le);
        return organisme is { } connu ? new(connu, connu is OrganismeReferent.ConseilDepartemental ? executif?.Decideur : null, Libelles.Nommer(connu, executif)) : null;
    }

    public bool Compte(Agent agent) => agent.Organisme == Organisme && (Autorite is null || agent.Autorite == Autorite);
}
