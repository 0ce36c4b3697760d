using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Tests.Competence.QuiPeutAgir;

/// <summary>
/// What the law and the service say of each cell, written anew and short enough to be read whole: no table, rule or class of the product is
/// asked here.
/// </summary>
internal static class LoiEnClair
{
    public const string OuvrirDemande = "ouvrir-demande";
    public const string DemanderReorientation = "demander-reorientation";
    public const string DireDesDonnees = "dire-des-donnees";

    /// <summary>What only the person does.</summary>
    private static readonly string[] DeLaPersonne = ["confirmer-rendez-vous", "venir-au-rendez-vous", "signer-contrat", "declarer-semaine", OuvrirDemande];

    /// <summary>Nobody proposes a contract that names no référent (art. L5411-6 II 1°).</summary>
    private const string Contrat = "proposer-contrat";

    /// <summary>What an authority decides (Code du travail, art. L5411-5-1 II and L5411-5-2 II), with the day that its delay runs from.</summary>
    private static readonly string[] DUneAutorite = ["decider-orientation", "decider-reorientation"];

    public static bool Peut(Colonne qui, string acte, Lieu lieu, Personne personne, Moment moment)
    {
        if (acte == DireDesDonnees)
        {
            return qui.Genre is Genre.Import;
        }

        if (DeLaPersonne.Contains(acte))
        {
            return qui.Genre is Genre.Personne;
        }

        if (acte == DemanderReorientation && qui.Genre is Genre.Personne)
        {
            return true;
        }

        return qui.Genre is Genre.Referent or Genre.Conseiller or Genre.Encadrement or Genre.Caf
            && !(acte == Contrat && !moment.ReferentNomme)
            && (DUneAutorite.Contains(acte) ? Decide(qui, acte, lieu, personne, moment) : Accompagne(qui, lieu, moment));
    }

    /// <summary>The authority, and whom it has delegated to; of its agents all, its management too, but never the référent where another orientation is asked for.</summary>
    private static bool Decide(Colonne qui, string acte, Lieu lieu, Personne personne, Moment moment)
    {
        if (qui.Genre is Genre.Referent && acte == "decider-reorientation")
        {
            return false;
        }

        Decideur? autorite = personne.Rsa && !moment.Relais ? lieu.Rsa : personne.Rsa ? Decideur.FranceTravail : personne.Propre;
        var sienne = qui.Genre is Genre.Referent ? AutoriteDuReferent(lieu, moment) : qui.Autorite(lieu);
        return autorite is not null && sienne is not null
            && (sienne == autorite || (lieu.Delegation is var (de, a) && de == autorite && a == sienne));
    }

    /// <summary>The référent, or another counsellor of the organism (art. L5411-6 I, II 1°); its management in place of a référent who let the task go up. Before an orientation, anybody of the service.</summary>
    private static bool Accompagne(Colonne qui, Lieu lieu, Moment moment)
    {
        if (moment.Organisme is not { } organisme || qui.Genre is Genre.Referent)
        {
            return true;
        }

        var deLOrganisme = qui.Organisme == organisme && (organisme is not OrganismeReferent.ConseilDepartemental || qui.DuLieu || lieu.Executif is null);
        return deLOrganisme && (qui.Genre is Genre.Conseiller or Genre.Caf || (moment.ReferentNomme && moment.Remontee));
    }

    private static Decideur? AutoriteDuReferent(Lieu lieu, Moment moment) => moment.Organisme switch
    {
        OrganismeReferent.FranceTravail => Decideur.FranceTravail,
        OrganismeReferent.MissionLocale => Decideur.MissionLocale,
        OrganismeReferent.CapEmploi => Decideur.CapEmploi,
        OrganismeReferent.ConseilDepartemental => lieu.Executif,
        _ => null,
    };
}
