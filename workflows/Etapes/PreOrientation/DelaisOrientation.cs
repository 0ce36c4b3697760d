using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>When an orientation is due, and what happens to one that is not decided: France Travail takes over from the département.</summary>
internal static class DelaisOrientation
{
    public const string Attendu = "Orientation";
    public const string Limite = "limite";
    public const string Relais = "relais";

    public static Echeance Attendre(Visite v)
    {
        var echeance = Echeance(v);
        v.Attendre(Attendu, echeance);
        v.Programmer(Limite, echeance.Fin);
        if (v.Situation.Rsa && v.Dossier.ReorientationVers is null && v.AutoriteRsa?.Decideur is not Decideur.FranceTravail)
        {
            v.Programmer(Relais, v.Calendrier.FinDuJour(v.Delai(Relais, () => v.Droit.Orientation.DelaiRsa.Echeance(Depuis(v), v.Calendrier))));
        }

        return echeance;
    }

    public static void Depasser(Visite v) =>
        v.Constater("pre-orientation.delai", "Échéance dépassée — orientation non décidée.", Echeance(v).BaseLegale, TonFait.EcheanceDepassee);

    /// <summary>Not a fault to answer for: the law lets France Travail orient, and nobody stays without an orientation.</summary>
    public static void PasserLeRelais(Visite v)
    {
        var departement = v.Droit.Orientation.DelaiRsa;
        v.Retenir(v.Memoire<PreOrientationMemoire>() with { Relais = true });
        v.Constater("pre-orientation.relais", $"{Libelles.Majuscule(Francais.DureeEnSemaines(departement.Duree))} sans orientation : France Travail oriente à la place {DeLAutorite(v)}.", departement.Base, TonFait.EcheanceDepassee);
        var echeance = v.Echeance(v.Rythme.DecisionApresRelais.Echeance(v.Aujourdhui, v.Calendrier), $"Orientation à décider par France Travail, à la place {DeLAutorite(v)}", departement.Base);
        v.Attendre(Attendu, echeance);
        v.Annuler(PreOrientationTaches.Decider);
        var proposition = PropositionOrientation.Calculer(v.Situation, v.Droit.Orientation.Grille);
        v.Ouvrir(PreOrientationTaches.Decision(v, proposition.Parcours, proposition.Organisme, $"France Travail oriente à la place {DeLAutorite(v)}. Proposition — {proposition.Resume}.", echeance));
    }

    /// <summary>Who decides: France Travail, or for RSA the authority of the place as long as its six weeks run.</summary>
    public static string Autorite(Visite v, bool reorientation, bool relais)
    {
        var article = reorientation ? v.Droit.Orientation.Reorientation.Citation : v.Droit.Orientation.Decision.Citation;
        return (v.Situation.Rsa, relais, v.AgitUnePersonne) switch
        {
            (true, true, _) => $"Décision de France Travail à la place {DeLAutorite(v)} · {v.Droit.Orientation.DelaiRsa.Base}",
            (true, _, true) => $"Décision {DeLAutorite(v)} · {article}",
            (true, _, false) => $"Au nom {DeLAutorite(v)} · {article}",
            (false, _, true) => $"Décision de France Travail · {article}",
            (false, _, false) => $"Au nom de France Travail · {article}",
        };
    }

    /// <summary>« du président du conseil départemental du Pas-de-Calais », « du président de la métropole de Lyon ».</summary>
    private static string DeLAutorite(Visite v) => v.AutoriteRsa is { } autorite ? $"du {autorite.Titre}" : "de l’autorité compétente pour le RSA";

    private static Echeance Echeance(Visite v)
    {
        var delai = v.Parametres.Duree(v.Situation.Rsa ? PreOrientationDefinition.DelaiRsa : PreOrientationDefinition.Delai);
        var depuis = Depuis(v);
        var jour = v.Delai(Limite, () => delai.Terme(depuis));
        var departement = v.Droit.Orientation.DelaiRsa;
        return (v.Dossier.ReorientationVers, v.Situation.Rsa) switch
        {
            (not null, _) => v.Echeance(jour, $"Réorientation demandée le {Francais.Date(depuis)}", v.Droit.Orientation.Reorientation.Citation),
            (_, true) => v.Echeance(
                jour,
                $"Orientation d’une personne au RSA, depuis le {Francais.Date(depuis)}",
                jour < departement.Echeance(depuis, v.Calendrier) ? $"Délai du territoire, dans les {Francais.DureeEnSemaines(departement.Duree)} de la loi : {departement.Base}" : departement.Base),
            _ => v.Echeance(jour, $"Orientation, depuis le {Francais.Date(depuis)}"),
        };
    }

    private static LocalDate Depuis(Visite v) => v.Dossier.ReorientationVers is null ? v.Dossier.InscritLe ?? v.Aujourdhui : v.Aujourdhui;
}
