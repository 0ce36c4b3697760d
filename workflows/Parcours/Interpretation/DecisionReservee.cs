using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>A decision that the law gives to an authority: the agents of the authority, or of its delegate, take it, and nobody else.</summary>
internal static class DecisionReservee
{
    /// <summary>The agents of whoever exercises the power; the territory's queue where nobody can be named.</summary>
    public static Responsable File(VueParcours v, ReponseCompetence reponse) => reponse is ReponseCompetence.Competente c
        ? Responsable.FileDAutorite(v.Territoire, c.Delegations is [var delegation, ..] ? delegation.A : c.Autorite.Decideur)
        : Responsable.FileDe(RoleActeur.Conseiller, v.Territoire);

    /// <summary>By which delegation somebody decides; null for an agent of the authority itself.</summary>
    public static Delegation? Delegation(VueParcours v, ReponseCompetence.Competente c, Acteur acteur) =>
        c.Delegations.FirstOrDefault(d => d.A == v.Referents.AutoriteDe(v.Territoire, acteur.Id));

    /// <summary>Why somebody may not decide, a French sentence that says who may; null when she may.</summary>
    /// <param name="v">The journey.</param>
    /// <param name="reponse">Who is competent.</param>
    /// <param name="acteur">Who wants to decide.</param>
    /// <param name="quoi">« Cette orientation », where nobody can be named.</param>
    public static string? Refuser(VueParcours v, ReponseCompetence reponse, Acteur acteur, string quoi)
    {
        if (reponse is ReponseCompetence.Inconnue inconnue)
        {
            return $"{quoi} ne peut pas être décidée ici. {inconnue.Raison}";
        }

        var c = (ReponseCompetence.Competente)reponse;
        var sienne = v.Referents.AutoriteDe(v.Territoire, acteur.Id);
        if (sienne != c.Autorite.Decideur && c.Delegations.All(d => d.A != sienne))
        {
            return $"Cette décision revient {c.Autorite.Au} : seul un de ses agents peut la prendre{string.Concat(c.Delegations.Select(d => $", ou un agent {Du(d.A)} par délégation ({d.Reference})"))}.";
        }

        var signataires = c.Signataires.Where(s => s.De == sienne).ToList();
        return signataires.Count == 0 || signataires.Any(s => s.Compte == acteur.Id)
            ? null
            : $"Cette décision revient {c.Autorite.Au} : seuls peuvent la prendre ses agents qui ont sa délégation de signature ({Francais.Enumerer([.. signataires.Select(s => s.Qualite).Distinct()])}).";
    }

    /// <summary>By whom and on what a decision rests: « Décision de France Travail, par délégation (…) · Code du travail, art. … ».</summary>
    /// <param name="v">The journey.</param>
    /// <param name="c">Whose decision it is.</param>
    /// <param name="acteur">Who took it.</param>
    /// <param name="articles">What gives the power.</param>
    /// <param name="precision">« à la place du président … », with the space before; empty where nothing is to be said.</param>
    public static string Base(VueParcours v, ReponseCompetence.Competente c, Acteur acteur, IEnumerable<Article> articles, string precision = "")
    {
        var delegation = Delegation(v, c, acteur);
        return $"Décision {c.Autorite.DuNom}{precision}{(delegation is null ? "" : $", par délégation ({delegation.Reference})")} · {Article.Citer(articles)}";
    }

    private static string Du(Decideur delegataire) => delegataire is Decideur.FranceTravail ? "de France Travail" : "de la caisse d’allocations familiales";
}
