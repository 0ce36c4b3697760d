using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>Whether a page offers the gestures of a task to who looks at it: by the rule that the journey refuses by.</summary>
internal sealed class Offre(Session session, TableCompetence competences)
{
    /// <summary>Whether she may ask for something in place of the person: the référent, and who stands in for her, as for a task of hers.</summary>
    public bool Accompagne(Dossier dossier)
    {
        var equipe = EquipeDe(dossier.Organisme, dossier.CommuneDuDroit);
        var responsable = Responsable.DeLAccompagnement(dossier.Territoire, dossier.ReferentId, equipe);
        return Habilitation.Refuser(responsable, escaladee: false, equipe, dossier.ReferentId, session.ActeurPour(RoleActeur.Conseiller), session.EstConseiller ? session.Compte.Agent : null) is null;
    }

    /// <summary>Whether whoever looks may say or ask something of a dossier: the person of hers, a counsellor of one that she accompanies.</summary>
    public bool AgitPour(Dossier dossier) => session.EstPersonne ? dossier.Id == session.Id : dossier.Territoire == session.Territoire.Code && Accompagne(dossier);

    /// <summary>Why it does not, a French sentence that says who may act; null when it does.</summary>
    public string? Refus(Tache tache, Dossier dossier) => Refus(tache, dossier.Organisme, dossier.CommuneDuDroit, dossier.ReferentId);

    /// <summary>The same, of a list that has not read the whole dossier.</summary>
    public string? Refus(Tache tache, OrganismeReferent? organisme, string commune, string? referent)
    {
        return Habilitation.RefuserDOffrir(
            new Responsable { Role = tache.ResponsableRole, Id = tache.ResponsableId, File = tache.ResponsableFile, Ecartes = tache.Ecartes },
            tache.Escaladee,
            EquipeDe(organisme, commune),
            referent,
            session.ActeurPour(tache.ResponsableRole),
            session.EstConseiller ? session.Compte.Agent : null) is { } refus ? Francais.Composer(refus) : null;
    }

    /// <summary>For whom a form is shown that somebody opens on a dossier.</summary>
    public PourQui PourQui(Dossier dossier) =>
        new(dossier.Organisme, Situe(dossier.CommuneDuDroit) is { } lieu ? competences.ExecutifDe(lieu, session.Maintenant.Date) : null);

    private Equipe? EquipeDe(OrganismeReferent? organisme, string commune) => Equipe.De(organisme, competences, Situe(commune), session.Maintenant.Date);

    private Commune? Situe(string commune) => CodeGeographique.Trouver(commune, session.Maintenant.Date)?.Commune;
}
