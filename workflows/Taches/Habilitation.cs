using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>
/// Who may act on a task, from whom it is of: the one rule of journeys and of pages. The acts of the accompaniment are the référent's, or
/// those of another counsellor of her organism who stands in for her; the management's only once the task has been escalated, in place of a
/// référent who is named.
/// </summary>
public static class Habilitation
{
    /// <summary>Why somebody may not act, a French sentence that says who may; null when she may. What the law gives to an authority on the day of the act, the step asks of the law.</summary>
    /// <param name="responsable">Whom the task is of.</param>
    /// <param name="escaladee">The management sees it too.</param>
    /// <param name="equipe">The people of the organisme référent; null before a first orientation.</param>
    /// <param name="referent">Id of the référent; null while nobody is named.</param>
    /// <param name="acteur">Who wants to act.</param>
    /// <param name="agent">Who she is in the territory; null when she is none of its counsellors.</param>
    public static string? Refuser(Responsable responsable, bool escaladee, Equipe? equipe, string? referent, Acteur acteur, Agent? agent) =>
        !Peut(responsable, escaladee, equipe, acteur, agent) ? Dire(responsable, equipe)
        : responsable.Ecartes?.Compte(acteur.Id, referent) is true ? "Cette décision n’est prise ni par le référent, ni par qui la demande : elle revient à un autre agent de l’autorité qui décide."
        : null;

    /// <summary>Why a page does not offer the gestures of a task; null when it does. What an authority decides is offered to the agents in whose queue it is.</summary>
    public static string? RefuserDOffrir(Responsable responsable, bool escaladee, Equipe? equipe, string? referent, Acteur acteur, Agent? agent) =>
        Refuser(responsable, escaladee, equipe, referent, acteur, agent)
        ?? (responsable.Role is RoleActeur.Conseiller && responsable.AutoriteDeLaFile() is { } autorite && agent?.Autorite != autorite ? Dire(responsable, equipe) : null);

    /// <summary>The same as far as the role alone says it, for who does not know the counsellors.</summary>
    public static string? RefuserLeRole(Responsable responsable, Acteur acteur) => (responsable.Role, acteur.Role) switch
    {
        (RoleActeur.Personne, RoleActeur.Personne) when acteur.Id == responsable.Id => null,
        (RoleActeur.Conseiller or RoleActeur.Encadrement, RoleActeur.Conseiller or RoleActeur.Encadrement) => null,
        _ => Dire(responsable, equipe: null),
    };

    /// <summary>She acts in place of the référent, on a task of the accompaniment that somebody is named for.</summary>
    public static bool EstRemplacement(Responsable responsable, string? referent, Acteur acteur) =>
        responsable is { Role: RoleActeur.Conseiller, Id: not null } && referent is not null && acteur.Id != referent;

    private static bool Peut(Responsable responsable, bool escaladee, Equipe? equipe, Acteur acteur, Agent? agent) => RefuserLeRole(responsable, acteur) is null && responsable switch
    {
        { Role: RoleActeur.Personne } => true,
        _ when agent is null => false,
        { Role: RoleActeur.Encadrement } => agent.Encadrant,
        { Id: { } referent } => acteur.Id == referent || (equipe?.Compte(agent) is true && (escaladee || !agent.Encadrant)),
        _ => responsable.AutoriteDeLaFile() is not null || equipe is null || (equipe.Compte(agent) && !agent.Encadrant),
    };

    private static string Dire(Responsable responsable, Equipe? equipe) => responsable switch
    {
        { Role: RoleActeur.Personne } => "Cette tâche revient à la personne, et à elle seule.",
        { Role: RoleActeur.Encadrement } => "Cette tâche revient à l’encadrement du territoire.",
        { Id: not null } when equipe is null => "Cette tâche revient au référent de la personne.",
        { Id: not null } => $"Cette tâche revient au référent de la personne, ou à un autre conseiller de l’organisme référent ({equipe.Nom}) en son absence ; l’encadrement de cet organisme n’agit à sa place qu’une fois la tâche remontée.",
        _ when responsable.AutoriteDeLaFile() is not null => "Cette tâche revient aux agents de l’autorité qui décide.",
        _ when equipe is null => "Cette tâche revient aux conseillers du territoire.",
        _ => $"Cette tâche revient aux conseillers de l’organisme référent ({equipe.Nom}).",
    };
}
