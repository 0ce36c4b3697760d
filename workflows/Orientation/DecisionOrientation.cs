using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;

namespace FranceTravail.Parcours.Workflows.Orientation;

/// <summary>An orientation, first or new, that somebody competent decided.</summary>
internal sealed record DecisionOrientation
{
    /// <summary>Code of its fact: ends with <c>.decision</c>.</summary>
    public required string Code { get; init; }

    public required string Phrase { get; init; }

    public required string BaseLegale { get; init; }

    public required ReponseCompetence.Competente Autorite { get; init; }

    /// <summary>Who took it.</summary>
    public required Acteur Acteur { get; init; }

    public required TypeParcours Parcours { get; init; }

    public required OrganismeReferent Organisme { get; init; }

    /// <summary>By the authority of the place for the first time: later ones follow it (Code du travail, art. L5411-5-2 II).</summary>
    public bool Premiere { get; init; }

    /// <summary>What gives the power to decide.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>Reference of what the decider wrote; null where she followed the proposal.</summary>
    public string? Raison { get; init; }

    /// <summary>The letter that notifies it.</summary>
    public required ModeleCourrier Courrier { get; init; }

    /// <summary>Data of the letter beyond those of every decision.</summary>
    public IReadOnlyDictionary<string, string> Donnees { get; init; } = new Dictionary<string, string>();

    /// <summary>Why nobody can be oriented to an organism here, in French; null when she can.</summary>
    public static string? Refuser(VueParcours v, OrganismeReferent organisme) => v.Referents.Existe(v.Territoire, organisme, v.AutoriteDe(organisme))
        ? null
        : $"Aucun conseiller n’est connu dans ce territoire pour un accompagnement {v.Par(organisme)} : choisissez un autre organisme.";

    /// <summary>Records it, names the référent where the organism changes, tells France Travail, and announces it: it is notified beside the accompaniment, which waits for nothing.</summary>
    public void Rendre(Visite v)
    {
        var changeOrganisme = v.Dossier.ReferentId is null || v.Dossier.Organisme != Organisme;
        var (cause, accueillie) = (Cause(v.Dossier), v.Dossier.AccueilliLe is not null && ResteDansLOrganisme(v.Dossier));
        v.Prononcer(Code, Phrase, BaseLegale, Raison is null ? null : new Dictionary<string, string> { ["raison"] = Raison });
        v.Consigner(d => d with
        {
            TypeParcours = Parcours,
            Organisme = Organisme,
            OrienteePar = Premiere ? Autorite.Autorite.Decideur : d.OrienteePar ?? Autorite.Autorite.Decideur,
            AutoriteOrientation = Autorite.Autorite.Nom,
            OrienteeLe = v.Maintenant,
            OrientationRecueLe = null,
            CauseContrat = cause,
            AutreOrganisme = false,
        });
        if (changeOrganisme)
        {
            Designer(v);
        }

        v.Demander("orientation", FranceTravailServices.TransmettreOrientation, new OrientationTransmise { Parcours = Parcours, Organisme = Organisme }, sansSuite: true);
        v.Annoncer(Annonces.OrientationDecidee, Lettre(v, accueillie).Valeurs);
    }

    /// <summary>A contract that is in force with the organism goes on; else the month to sign one begins with the receipt of this decision.</summary>
    private CauseContrat Cause(DossierParcours avant) =>
        avant.CauseContrat is CauseContrat.Revision && ResteDansLOrganisme(avant) ? CauseContrat.Revision
        : avant.ContratEnVigueur is not null ? CauseContrat.Reorientation
        : avant.OrienteeLe is not null ? CauseContrat.NouvelleOrientation
        : CauseContrat.Orientation;

    private bool ResteDansLOrganisme(DossierParcours avant) => avant.Organisme == Organisme && !avant.AutreOrganisme;

    private LettreDecision Lettre(Visite v, bool accueillie)
    {
        var donnees = DonneesDecision.De(Parcours, v.Nom(Organisme), Autorite.Autorite.Decideur, v.DitRsa, Acteur.Id ?? "", DecisionReservee.Delegation(v, Autorite, Acteur)?.Reference, Raison, Articles);
        donnees[DonneesDecision.Contrat] = v.Dossier.CauseContrat.ToString();
        if (accueillie)
        {
            donnees[DonneesDecision.Accueillie] = "oui";
        }

        foreach (var (nom, valeur) in Donnees)
        {
            donnees[nom] = valeur;
        }

        return new(Courrier.Code, donnees);
    }

    private void Designer(Visite v)
    {
        var referent = v.Referents.MoinsCharge(v.Territoire, Organisme, v.AutoriteDe(Organisme));
        v.Consigner(d => d with { ReferentId = referent });
        v.Constater(
            "orientation.referent",
            referent is null ? "Aucun référent n’est disponible : le dossier reste dans la file de l’organisme." : "Référent unique désigné.",
            v.Droit.Contrat.ReferentUnique.Citation,
            referent is null ? TonFait.Alerte : TonFait.Normal);
    }
}
