using System.Globalization;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

/// <summary>The alarms of one appointment: reminders some days before, the morning of its day, its hour.</summary>
internal static class Rappels
{
    public const string JourJ = "jour-j";
    public const string Debut = "debut";
    private const string Prefixe = "rappel-";

    /// <summary>How many days before an alarm reminds; null when it is another alarm.</summary>
    public static int? Jours(string objet) =>
        objet.StartsWith(Prefixe, StringComparison.Ordinal) ? int.Parse(objet.AsSpan(Prefixe.Length), CultureInfo.InvariantCulture) : null;

    /// <summary>Programs the reminders that are still to come, and the morning of the appointment.</summary>
    public static void Programmer(Visite v, RendezVousProjete rdv)
    {
        var jour = v.Local(rdv.Debut).Date;
        foreach (var jours in v.Parametres.Entiers(PremierRendezVousDefinition.Rappels))
        {
            if (v.Matin(jour.PlusDays(-jours)) is var le && le > v.Maintenant)
            {
                v.Programmer($"{Prefixe}{jours}", le);
            }
        }

        v.Programmer(JourJ, v.Calendrier.A(jour, PremierRendezVousReglages.Matin));
        v.Programmer(Debut, rdv.Debut);
    }

    public static void Deprogrammer(Visite v)
    {
        foreach (var jours in v.Parametres.Entiers(PremierRendezVousDefinition.Rappels))
        {
            v.Deprogrammer($"{Prefixe}{jours}");
        }

        v.Deprogrammer(JourJ);
        v.Deprogrammer(Debut);
    }

    public static void Envoyer(Visite v, RendezVousProjete rdv, int jours)
    {
        v.Constater(
            "premier-rendez-vous.rappel",
            $"Rappel du rendez-vous envoyé, {(jours == 1 ? "la veille" : $"{Francais.EnLettres(jours)} jours avant")}.",
            ton: TonFait.Information);
        var donnees = Invitations.Donnees(rdv);
        donnees["jours"] = jours.ToString(CultureInfo.InvariantCulture);
        v.Ecrire($"rappel-{rdv.RendezVousId}-{jours}", PremierRendezVousCourriers.Rappel, donnees);
    }
}
