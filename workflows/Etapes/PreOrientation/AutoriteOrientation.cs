using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>Who decides an orientation or a réorientation: the authority of the person and of the place on that day, or its delegate; and nobody else.</summary>
internal static class AutoriteOrientation
{
    /// <summary>The authority, or why none can be named.</summary>
    public static ReponseCompetence De(VueParcours v) => v.Competence(
        v.Dossier.ReorientationVers is null ? NatureActe.Orientation : NatureActe.Reorientation,
        v.Memoire<PreOrientationMemoire>().Relais ? p => p with { Allocation = AllocationPercue.Aucune, Porte = PorteInscription.Demandeur } : p => p);

    /// <summary>Why somebody may not decide, a French sentence that says who may; null when she may.</summary>
    public static string? Refuser(VueParcours v, Acteur acteur)
    {
        var reponse = De(v);
        return reponse is ReponseCompetence.Competente c && v.Dossier.ReorientationVers is not null && v.Dossier.ReferentId == acteur.Id
            ? $"Une réorientation n’est pas décidée par le référent qui la demande : elle revient {c.Autorite.Au}."
            : DecisionReservee.Refuser(v, reponse, acteur, "Cette orientation");
    }

    /// <summary>By whom and on what a decision rests: « Décision du président du conseil départemental du Pas-de-Calais · Code du travail, art. … ».</summary>
    public static string Base(VueParcours v, ReponseCompetence.Competente c, Acteur acteur)
    {
        var delegation = DecisionReservee.Delegation(v, c, acteur);
        var relais = v.Memoire<PreOrientationMemoire>().Relais ? $" à la place {DeLAutoriteRsa(v)}" : "";
        IEnumerable<Article> articles = relais.Length > 0 ? v.Droit.Orientation.DelaiRsa.Articles : c.Articles;
        return $"Décision {c.Autorite.DuNom}{relais}{(delegation is null ? "" : $", par délégation ({delegation.Reference})")} · {Article.Citer(articles)}";
    }

    /// <summary>« du président du conseil départemental du Pas-de-Calais », as long as its six weeks run.</summary>
    public static string DeLAutoriteRsa(VueParcours v) => v.AutoriteRsa is { } autorite ? autorite.DuNom : "de l’autorité compétente pour le RSA";
}
