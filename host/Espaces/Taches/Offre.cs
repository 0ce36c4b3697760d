using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>Whether a page offers the gestures of a task to who looks at it: by the rule that the journey refuses by.</summary>
internal sealed class Offre(Session session, TableCompetence competences)
{
    /// <summary>Why it does not, a French sentence that says who may act; null when it does.</summary>
    /// <param name="tache">The task.</param>
    /// <param name="organisme">The organisme référent of its dossier.</param>
    /// <param name="commune">INSEE code of where the person lives.</param>
    public string? Refus(Tache tache, OrganismeReferent? organisme, string commune)
    {
        var jour = session.Maintenant.Date;
        return Habilitation.RefuserDOffrir(
            new Responsable { Role = tache.ResponsableRole, Id = tache.ResponsableId, File = tache.ResponsableFile },
            tache.Escaladee,
            Equipe.De(organisme, competences, CodeGeographique.Trouver(commune, jour)?.Commune, jour),
            session.ActeurPour(tache.ResponsableRole),
            session.EstConseiller ? session.Lecteur.Agent : null) is { } refus ? Workflows.Redaction.Francais.Composer(refus) : null;
    }
}
