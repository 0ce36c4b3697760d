using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>Who decides a first orientation: the authority of the person and of the place on that day, or its delegate; and nobody else.</summary>
internal static class AutoriteOrientation
{
    /// <summary>The authority, or why none can be named.</summary>
    public static ReponseCompetence De(VueParcours v) => v.Competence(
        NatureActe.Orientation,
        v.Memoire<PreOrientationMemoire>().Relais ? p => p with { Allocation = AllocationPercue.Aucune, Porte = PorteInscription.Demandeur } : p => p);

    /// <summary>Why somebody may not decide, a French sentence that says who may; null when she may.</summary>
    public static string? Refuser(VueParcours v, Acteur acteur) => DecisionReservee.Refuser(v, De(v), acteur, "Cette orientation");

    /// <summary>By whom and on what a decision rests: « Décision du président du conseil départemental du Pas-de-Calais · Code du travail, art. … ».</summary>
    public static string Base(VueParcours v, ReponseCompetence.Competente c, Acteur acteur) =>
        DecisionReservee.Base(v, c, acteur, Articles(v, c), v.Memoire<PreOrientationMemoire>().Relais ? $" à la place {DeLAutoriteRsa(v)}" : "");

    /// <summary>What gives the power to decide: for France Travail in the place of another, that the delay has passed.</summary>
    public static IReadOnlyList<Article> Articles(VueParcours v, ReponseCompetence.Competente c) =>
        v.Memoire<PreOrientationMemoire>().Relais ? DelaisOrientation.DelaiDeLaLoi(v, v.Situation.DroitRsaConnuLe!.Value).Articles : c.Articles;

    /// <summary>« du président du conseil départemental du Pas-de-Calais », as long as its six weeks run.</summary>
    public static string DeLAutoriteRsa(VueParcours v) => v.AutoriteRsa is { } autorite ? autorite.DuNom : "de l’autorité compétente pour le RSA";
}
