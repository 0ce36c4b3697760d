using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>Who must do something: a person of a role by opaque id, or a queue (<see cref="File"/>) when nobody is named yet. Who may do it is <see cref="Habilitation"/>.</summary>
public sealed record Responsable
{
    public required RoleActeur Role { get; init; }

    /// <summary>Counsellor id, or the dossier id when the person herself must act; null for a queue.</summary>
    public string? Id { get; init; }

    /// <summary>Code of the queue, that of the territory, of an authority or of an organisme référent in it; null when somebody is named.</summary>
    public string? File { get; init; }

    /// <summary>Who of the queue may not; null when all may.</summary>
    public Ecartes? Ecartes { get; init; }

    public static Responsable Personne(string dossierId) => new() { Role = RoleActeur.Personne, Id = dossierId };

    public static Responsable Conseiller(string id) => new() { Role = RoleActeur.Conseiller, Id = id };

    /// <summary>The agents of an authority in a territory: only they may decide.</summary>
    public static Responsable FileDAutorite(string territoire, Decideur autorite) => new() { Role = RoleActeur.Conseiller, File = CodeFile(territoire, autorite) };

    /// <summary>Code of the queue of an authority in a territory: <c>rhone/PresidentMetropoleLyon</c>.</summary>
    public static string CodeFile(string territoire, Decideur autorite) => $"{territoire}/{autorite}";

    /// <summary>The counsellors of an organisme référent in a territory, as long as it has named no référent.</summary>
    public static Responsable FileDEquipe(string territoire, Equipe equipe) => new() { Role = RoleActeur.Conseiller, File = CodeFile(territoire, equipe.Organisme, equipe.Autorite) };

    /// <summary>Code of that queue: <c>rhone/equipe/ConseilDepartemental/PresidentMetropoleLyon</c>, <c>rhone/equipe/MissionLocale</c>.</summary>
    public static string CodeFile(string territoire, OrganismeReferent organisme, Decideur? autorite) =>
        $"{territoire}/equipe/{organisme}{(autorite is null ? "" : $"/{autorite}")}";

    /// <summary>Who accompanies: the référent; until there is one, the counsellors of the organisme référent, and before an orientation those of the territory.</summary>
    public static Responsable DeLAccompagnement(string territoire, string? referentId, Equipe? equipe) =>
        referentId is not null ? Conseiller(referentId)
        : equipe is not null ? FileDEquipe(territoire, equipe)
        : FileDe(RoleActeur.Conseiller, territoire);

    public static Responsable FileDe(RoleActeur role, string territoire) => new() { Role = role, File = territoire };

    /// <summary>The authority whose queue it is; null when somebody is named, and for any other queue.</summary>
    public Decideur? AutoriteDeLaFile() => File?.Split('/') is [_, var autorite] ? Enum.Parse<Decideur>(autorite) : null;
}
