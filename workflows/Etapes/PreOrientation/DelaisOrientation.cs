using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>When an orientation is due, and what happens to one that is not decided: France Travail takes over from the département.</summary>
internal static class DelaisOrientation
{
    public const string Attendu = "Orientation";
    public const string Limite = "limite";
    public const string Relais = "relais";

    /// <summary>The limit once the right is known to be open: it begins anew from that day.</summary>
    private const string LimiteDuDroit = "limite-droit";

    /// <summary>The limit of a person on RSA while nobody knows since when.</summary>
    private const string LimiteSansDroit = "limite-sans-droit";

    /// <summary>The delay of the département, by the law of the day on which the services learnt of the right.</summary>
    public static DelaiDeDroit DelaiDeLaLoi(VueParcours v, LocalDate connuLe) => v.DroitDu(JourDeLaLoi(v, connuLe)).Orientation.DelaiRsa;

    public static Echeance Attendre(Visite v)
    {
        var echeance = Echeance(v);
        v.Attendre(Attendu, echeance);
        if (v.Memoire<PreOrientationMemoire>().Depassee != echeance.Jour)
        {
            v.Programmer(Limite, echeance.Fin);
        }

        if (v.Situation is { Rsa: true, DroitRsaConnuLe: { } connuLe } && LeDepartementDecide(v))
        {
            v.Programmer(Relais, v.Calendrier.FinDuJour(v.Delai(Depuis(Relais, connuLe), () => FinDeLaLoi(v, connuLe))));
        }

        return echeance;
    }

    /// <summary>The clock of the law has not begun, for nobody told the services yet that the right is open; or a counsellor said when, and may have mistyped it.</summary>
    public static bool AttendLeDroit(VueParcours v) =>
        v.Situation.Rsa && (v.Situation.DroitRsaConnuLe is null || v.Memoire<PreOrientationMemoire>().DroitSaisi);

    /// <summary>Why a day cannot be the one on which the services learnt that the right is open, a French sentence; null when it can.</summary>
    /// <param name="v">The journey.</param>
    /// <param name="connuLe">That day.</param>
    /// <param name="delaiPasse">Whoever says it has seen that the delay is over then, and that another authority orients.</param>
    public static string? RefuserLeJour(VueParcours v, LocalDate connuLe, bool delaiPasse) =>
        connuLe > v.Aujourdhui ? "Cette date ne peut pas être à venir."
        : connuLe < v.Droit.Orientation.RsaDepuisLe ? $"Le RSA existe depuis le {Francais.DateComplete(v.Droit.Orientation.RsaDepuisLe)} : vérifiez l’année."
        : !delaiPasse && LeDepartementDecide(v) && FinDeLaLoi(v, connuLe) < v.Aujourdhui
            ? $"Depuis le {Francais.DateComplete(connuLe)}, le délai de la loi est passé : France Travail orienterait à la place {AutoriteOrientation.DeLAutoriteRsa(v)}. Vérifiez la date ; si elle est juste, cochez « Le délai est passé »."
        : null;

    /// <summary>The services learnt that the right to the RSA is open: the delay of the law runs from that day.</summary>
    public static string ConnaitreLeDroit(Visite v, LocalDate connuLe)
    {
        v.Apprendre(p => p with { DroitRsaConnuLe = connuLe });
        v.Retenir(v.Memoire<PreOrientationMemoire>() with { DroitSaisi = true, Relais = false });
        v.Deprogrammer(Relais);
        v.Annuler(PreOrientationTaches.Decider);
        v.Constater("pre-orientation.droit-rsa", $"Ouverture du droit au RSA connue des services depuis le {Francais.DateComplete(connuLe)}.", DelaiDeLaLoi(v, connuLe).Base, TonFait.Information);
        if (LeDepartementDecide(v) && FinDeLaLoi(v, connuLe) < v.Aujourdhui)
        {
            // Nobody let it pass: it was over before it could begin here.
            v.Deprogrammer(Limite);
            PasserLeRelais(v);
            return "C’est noté : le délai de la loi est passé depuis ce jour, et France Travail oriente.";
        }

        v.Ouvrir(PreOrientationTaches.Decision(v, Attendre(v)));
        return "C’est noté : le délai de la loi part de ce jour.";
    }

    public static void Depasser(Visite v)
    {
        var echeance = Echeance(v);
        v.Retenir(v.Memoire<PreOrientationMemoire>() with { Depassee = echeance.Jour });
        v.Constater("pre-orientation.delai", "Échéance dépassée — orientation non décidée.", echeance.BaseLegale, TonFait.EcheanceDepassee);
    }

    /// <summary>Not a fault to answer for: the law lets France Travail orient, and nobody stays without an orientation.</summary>
    public static void PasserLeRelais(Visite v)
    {
        var departement = DelaiDeLaLoi(v, v.Situation.DroitRsaConnuLe!.Value);
        var rsa = AutoriteOrientation.DeLAutoriteRsa(v);
        v.Retenir(v.Memoire<PreOrientationMemoire>() with { Relais = true, RelaisDe = v.AutoriteRsa?.Nom });
        v.Constater("pre-orientation.relais", $"{Francais.Majuscule(Francais.DureeEnSemaines(departement.Duree))} sans orientation : France Travail oriente à la place {rsa}.", departement.Base, TonFait.EcheanceDepassee);
        Relayer(v);
    }

    /// <summary>The task of France Travail in the place of the département. The law gives it no delay of its own: this one is a pace of the service.</summary>
    public static void Relayer(Visite v)
    {
        var rsa = AutoriteOrientation.DeLAutoriteRsa(v);
        var echeance = v.Echeance(PreOrientationReglages.DecisionApresRelais.Echeance(v.Aujourdhui, v.Calendrier), $"Orientation à décider par France Travail, à la place {rsa}");
        v.Attendre(Attendu, echeance);
        v.Annuler(PreOrientationTaches.Decider);
        v.Ouvrir(PreOrientationTaches.Decision(v, echeance));
    }

    private static Echeance Echeance(VueParcours v)
    {
        var inscription = v.Dossier.InscritLe ?? v.Aujourdhui;
        // Oriented already, she is oriented anew because something changed: from then on.
        var depuis = v.Dossier.OrienteeLe is not null && v.Fil is { } fil ? v.Calendrier.Jour(fil.OuvertLe) : inscription;
        if (!v.Situation.Rsa)
        {
            return v.Echeance(Jour(v, Limite, depuis), $"Orientation, depuis le {Francais.Date(depuis)}");
        }

        if (v.Situation.DroitRsaConnuLe is not { } connuLe)
        {
            var de = depuis == inscription ? "l’inscription du" : "le";
            return v.Echeance(Jour(v, LimiteSansDroit, depuis), $"Orientation, depuis {de} {Francais.Date(depuis)} ; l’ouverture du droit au RSA n’est pas encore connue");
        }

        var (jour, loi) = (Jour(v, Depuis(LimiteDuDroit, connuLe), connuLe), DelaiDeLaLoi(v, connuLe));
        return v.Echeance(
            jour,
            $"Orientation d’une personne au RSA, droit connu le {Francais.DateComplete(connuLe)}",
            jour < loi.Echeance(connuLe, v.Calendrier) ? $"Délai du territoire, dans les {Francais.DureeEnSemaines(loi.Duree)} de la loi : {loi.Base}" : loi.Base);
    }

    /// <summary>A delay that begins anew when the day that it runs from is said anew.</summary>
    private static string Depuis(string objet, LocalDate jour) => $"{objet}-{LocalDatePattern.Iso.Format(jour)}";

    private static LocalDate Jour(VueParcours v, string objet, LocalDate depuis) =>
        v.Delai(objet, () => v.ParametresDu(JourDeLaLoi(v, depuis)).Duree(v.Situation.Rsa ? PreOrientationDefinition.DelaiRsa : PreOrientationDefinition.Delai).Terme(depuis));

    private static bool LeDepartementDecide(VueParcours v) => v.AutoriteRsa?.Decideur is not Decideur.FranceTravail;

    private static LocalDate FinDeLaLoi(VueParcours v, LocalDate connuLe) => DelaiDeLaLoi(v, connuLe).Echeance(connuLe, v.Calendrier);

    /// <summary>A right that was known before the registration is judged by the law of the registration: before it there was nobody to orient.</summary>
    private static LocalDate JourDeLaLoi(VueParcours v, LocalDate fait) => v.Dossier.InscritLe is { } inscritLe ? LocalDate.Max(fait, inscritLe) : fait;
}
