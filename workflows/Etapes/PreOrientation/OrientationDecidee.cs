using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>A decided orientation: the référent named, the notice sent, its receipt awaited. The step is left when all three are there.</summary>
internal static class OrientationDecidee
{
    public const string Notification = "notification";

    private const string Attendu = "Notification de l’orientation";
    private const string Preuve = "preuve";

    public static PropositionOrientation Proposer(VueParcours v) => PropositionOrientation.Calculer(v.Situation, v.Droit.Orientation.Logigramme);

    /// <summary>Records what a person who is competent decided, and has it notified.</summary>
    public static void Decider(Visite v, Acteur acteur, TypeParcours parcours, OrganismeReferent organisme, string? raison)
    {
        var (proposition, reorientation) = (Proposer(v), v.Dossier.ReorientationVers is not null);
        var autorite = (ReponseCompetence.Competente)AutoriteOrientation.De(v);
        var suivie = (parcours, organisme) == (proposition.Parcours, proposition.Organisme);
        var changeOrganisme = v.Dossier.ReferentId is null || v.Dossier.Organisme != organisme;
        v.Prononcer(
            "pre-orientation.decision",
            $"Orientation : parcours {Libelles.De(parcours)}, accompagnement {Libelles.Par(organisme)}.{(reorientation ? "" : suivie ? " La proposition est suivie." : " La proposition n’est pas suivie.")}",
            AutoriteOrientation.Base(v, autorite, acteur),
            raison is null ? null : new Dictionary<string, string> { ["raison"] = raison });
        v.Consigner(d => d with { TypeParcours = parcours, Organisme = organisme, ReorientationVers = null, OrienteePar = d.OrienteePar ?? autorite.Autorite.Decideur });
        v.Retenir(new PreOrientationMemoire { Decidee = true, DecideeLe = v.Aujourdhui, ReceptionAttendue = true });
        AttendreLaReception(v);
        if (changeOrganisme)
        {
            Designer(v, organisme);
        }

        v.Demander("orientation", FranceTravailServices.TransmettreOrientation, new OrientationTransmise { Parcours = parcours, Organisme = organisme }, sansSuite: true);
        var decideur = autorite.Autorite.Decideur;
        var delegation = DecisionReservee.Delegation(v, autorite, acteur)?.Reference;
        v.Ecrire(
            Notification,
            reorientation ? OrientationCourriers.Reorientation : OrientationCourriers.Orientation,
            OrientationCourriers.Donnees(reorientation ? null : proposition, parcours, v.Nom(organisme), suivie, raison, decideur, acteur.Id ?? "", delegation),
            CanalCourrier.DateCertaine,
            attendu: true);
    }

    public static void Recevoir(Visite v, LocalDate jour, string? preuve)
    {
        v.Consigner(d => d with { OrientationRecueLe = jour });
        v.Constater(
            "pre-orientation.notification",
            $"Orientation notifiée, reçue le {Francais.Date(jour)}.",
            preuve is null ? v.Droit.Orientation.Notification.Citation : $"Preuve n° {preuve} · {v.Droit.Orientation.Notification.Citation}");
        v.Retenir(v.Memoire<PreOrientationMemoire>() with { ReceptionAttendue = false });
        SortirSiComplet(v);
    }

    /// <summary>Something is still missing: asked again each week, for as long as it is.</summary>
    public static void Relancer(Visite v)
    {
        if (v.Memoire<PreOrientationMemoire>().ReceptionAttendue && !v.EstOuverte(PreOrientationTaches.Reception))
        {
            v.Constater("pre-orientation.attente", "Orientation décidée, notification encore sans preuve de réception.", v.Droit.Orientation.Notification.Citation, TonFait.Alerte);
            DemanderPreuve(v);
        }

        v.Programmer(Preuve, v.Calendrier.FinDuJour(v.Rythme.RelancePreuve.Echeance(v.Aujourdhui, v.Calendrier)));
    }

    public static void DemanderPreuve(Visite v)
    {
        if (!v.EstOuverte(PreOrientationTaches.Reception))
        {
            v.Ouvrir(PreOrientationTaches.PreuveReception(v, v.Memoire<PreOrientationMemoire>().DecideeLe ?? v.Aujourdhui));
        }
    }

    public static void SortirSiComplet(Visite v)
    {
        if (v.Memoire<PreOrientationMemoire>() is { Decidee: true, ReceptionAttendue: false })
        {
            v.Sortir(v.Dossier.TypeParcours!.Value.ToString());
        }
    }

    private static void Designer(Visite v, OrganismeReferent organisme)
    {
        var referent = v.Referents.MoinsCharge(v.Territoire, organisme, v.AutoriteDe(organisme));
        v.Consigner(d => d with { ReferentId = referent });
        v.Constater(
            "pre-orientation.referent",
            referent is null ? "Aucun référent n’est disponible : le dossier reste dans la file du territoire." : "Référent unique désigné.",
            v.Droit.Contrat.ReferentUnique.Citation,
            referent is null ? TonFait.Alerte : TonFait.Normal);
    }

    /// <summary>From the decision on, what is awaited is the receipt: a carrier that stays silent comes back to somebody.</summary>
    private static void AttendreLaReception(Visite v)
    {
        var jour = v.Rythme.RelancePreuve.Echeance(v.Aujourdhui, v.Calendrier);
        v.CesserAttendre(DelaisOrientation.Attendu);
        v.Attendre(Attendu, v.Echeance(jour, $"Orientation décidée le {Francais.Date(v.Aujourdhui)}", v.Droit.Orientation.Notification.Citation));
        v.Deprogrammer(DelaisOrientation.Limite);
        v.Deprogrammer(DelaisOrientation.Relais);
        v.Programmer(Preuve, v.Calendrier.FinDuJour(jour));
    }
}
