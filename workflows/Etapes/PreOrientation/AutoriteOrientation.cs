using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>Who decides an orientation or a réorientation: the authority of the person and of the place on that day, or its delegate; and nobody else.</summary>
internal static class AutoriteOrientation
{
    /// <summary>The authority, or why none can be named.</summary>
    public static ReponseCompetence De(VueParcours v) => v.Competence(
        v.Dossier.ReorientationVers is null ? NatureActe.Orientation : NatureActe.Reorientation,
        v.Memoire<PreOrientationMemoire>().Relais ? p => p with { Allocation = AllocationPercue.Aucune, Porte = PorteInscription.Demandeur } : p => p);

    /// <summary>The agents of whoever exercises the power; the territory's queue where nobody can be named.</summary>
    public static Responsable File(VueParcours v) => De(v) is ReponseCompetence.Competente c
        ? Responsable.FileDAutorite(v.Territoire, c.Delegations is [var delegation, ..] ? delegation.A : c.Autorite.Decideur)
        : Responsable.FileDe(RoleActeur.Conseiller, v.Territoire);

    /// <summary>Why somebody may not decide, a French sentence that says who may; null when she may.</summary>
    public static string? Refuser(VueParcours v, Acteur acteur)
    {
        var reponse = De(v);
        if (reponse is ReponseCompetence.Inconnue inconnue)
        {
            return $"Cette orientation ne peut pas être décidée ici. {inconnue.Raison}";
        }

        var c = (ReponseCompetence.Competente)reponse;

        if (v.Dossier.ReorientationVers is not null && v.Dossier.ReferentId == acteur.Id)
        {
            return $"Une réorientation n’est pas décidée par le référent qui la demande : elle revient {A(c.Autorite)}.";
        }

        var autorite = v.Referents.AutoriteDe(v.Territoire, acteur.Id);
        if (autorite == c.Autorite.Decideur)
        {
            return c.Signataires.Count == 0 || c.Signataires.Any(s => s.Compte == acteur.Id)
                ? null
                : $"Cette décision revient {A(c.Autorite)} : seuls peuvent la prendre ses agents qui ont sa délégation de signature ({Francais.Enumerer([.. c.Signataires.Select(s => s.Qualite).Distinct()])}).";
        }

        return c.Delegations.Any(d => d.A == autorite)
            ? null
            : $"Cette décision revient {A(c.Autorite)} : seul un de ses agents peut la prendre{string.Concat(c.Delegations.Select(d => $", ou un agent {Du(d.A)} par délégation ({d.Reference})"))}.";
    }

    /// <summary>By whom and on what a decision rests: « Décision du président du conseil départemental du Pas-de-Calais · Code du travail, art. … ».</summary>
    public static string Base(VueParcours v, ReponseCompetence.Competente c, Acteur acteur)
    {
        var delegation = c.Delegations.FirstOrDefault(d => d.A == v.Referents.AutoriteDe(v.Territoire, acteur.Id));
        var relais = v.Memoire<PreOrientationMemoire>().Relais ? $" à la place {DeLAutoriteRsa(v)}" : "";
        IEnumerable<Article> articles = relais.Length > 0 ? v.Droit.Orientation.DelaiRsa.Articles : c.Articles;
        return $"Décision {De(c.Autorite)}{relais}{(delegation is null ? "" : $", par délégation ({delegation.Reference})")} · {Article.Citer(articles)}";
    }

    /// <summary>« du président du conseil départemental du Pas-de-Calais », as long as its six weeks run.</summary>
    public static string DeLAutoriteRsa(VueParcours v) => v.AutoriteRsa is { } autorite ? De(autorite) : "de l’autorité compétente pour le RSA";

    public static string De(Autorite autorite) => autorite.Decideur is Decideur.FranceTravail ? "de France Travail" : $"du {autorite.Titre}";

    private static string A(Autorite autorite) => autorite.Decideur is Decideur.FranceTravail ? "à France Travail" : $"au {autorite.Titre}";

    private static string Du(Decideur delegataire) => delegataire is Decideur.FranceTravail ? "de France Travail" : "de la caisse d’allocations familiales";
}
