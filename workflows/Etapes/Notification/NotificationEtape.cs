using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Orientation;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Etapes.Notification;

/// <summary>
/// A decision of orientation is notified, with a certain date (Code du travail, art. R5411-8-1). Its receipt starts the month of the
/// contract and nothing else: the first appointment does not wait for it. A carrier that stays silent comes back to somebody.
/// </summary>
internal sealed class NotificationEtape : IEtape
{
    public const string Enregistrer = "enregistrer-reception";
    private const string Lettre = "notification";
    private const string Attendu = "Réception de la notification";
    private const string Relance = "preuve";
    private const string RecueLe = "recue-le";

    public DefinitionEtape Definition => NotificationDefinition.Valeur;

    public void Entrer(Visite v)
    {
        var lettre = LettreDecision.De(v.Ouverture);
        v.Retenir(new NotificationMemoire { DecideeLe = v.Dossier.OrienteeLe });
        Guetter(v);
        v.Ecrire(Lettre, v.Catalogue.Courrier(lettre.Modele), new(lettre.Donnees), CanalCourrier.DateCertaine, attendu: true);
    }

    public string? Refuser(VueParcours vue, TacheParcours tache, Acte acte) =>
        new Saisie(acte).Date(RecueLe) > vue.Aujourdhui ? "La date de réception ne peut pas être à venir." : null;

    public string SurActe(Visite v, TacheParcours tache, Acte acte)
    {
        Recevoir(v, new Saisie(acte).Date(RecueLe)!.Value, preuve: null);
        return "La réception est enregistrée.";
    }

    public void SurReponse(Visite v, Demande demande, Reponse reponse)
    {
        if (CourriersServices.Envoyer.Lire(demande, reponse) is { RecuLe: { } recuLe } envoye)
        {
            Recevoir(v, v.Calendrier.Jour(recuLe), envoye.Preuve);
        }
        else
        {
            DemanderPreuve(v);
        }
    }

    /// <summary>Another decision replaces this one: its own notice is waited for from now on.</summary>
    public void SurAnnonce(Visite v, string annonce)
    {
        if (annonce == Annonces.OrientationDecidee)
        {
            v.Constater("notification.remplacee", $"Réception non connue de l’orientation décidée le {Francais.Date(DecideeLe(v))} : une autre décision la remplace.", ton: TonFait.Information);
            v.Sortir(NotificationDefinition.Recue);
        }
    }

    /// <summary>Asked again each week, for as long as the receipt is not known.</summary>
    public void SurAlarme(Visite v, string objet)
    {
        if (!v.EstOuverte(Enregistrer))
        {
            v.Constater("notification.attente", "Orientation décidée, notification encore sans preuve de réception.", v.DroitDu(DecideeLe(v)).Orientation.Notification.Citation, TonFait.Alerte);
            DemanderPreuve(v);
        }

        Guetter(v);
    }

    private static void Guetter(Visite v)
    {
        var jour = NotificationReglages.Relance.Echeance(v.Aujourdhui, v.Calendrier);
        v.Attendre(Attendu, v.Echeance(jour, $"Orientation décidée le {Francais.Date(DecideeLe(v))}", v.DroitDu(DecideeLe(v)).Orientation.Notification.Citation));
        v.Programmer(Relance, v.Calendrier.FinDuJour(jour));
    }

    private static void Recevoir(Visite v, LocalDate jour, string? preuve)
    {
        v.Constater(
            "notification.recue",
            $"Orientation notifiée, reçue le {Francais.Date(jour)}.",
            preuve is null ? v.DroitDu(DecideeLe(v)).Orientation.Notification.Citation : $"Preuve n° {preuve} · {v.DroitDu(DecideeLe(v)).Orientation.Notification.Citation}");
        v.Consigner(d => d with { OrientationRecueLe = jour });
        v.Annoncer(Annonces.OrientationRecue);
        v.Sortir(NotificationDefinition.Recue);
    }

    private static void DemanderPreuve(Visite v)
    {
        if (v.EstOuverte(Enregistrer))
        {
            return;
        }

        var jour = NotificationReglages.Recherche.Echeance(v.Aujourdhui, v.Calendrier);
        v.Ouvrir(new NouvelleTache
        {
            Nature = Enregistrer,
            Libelle = "enregistrer la réception de la notification d’orientation",
            Responsable = v.Referent(),
            Echeance = v.Echeance(jour, "Preuve de réception attendue", v.DroitDu(DecideeLe(v)).Orientation.Notification.Citation),
            Gestes =
            [
                new Geste
                {
                    Code = "recue",
                    Libelle = "Enregistrer",
                    Principal = true,
                    Champs =
                    [
                        new Champ { Nom = RecueLe, Libelle = "Reçue le", Type = TypeChamp.Date, Obligatoire = true, Min = LocalDatePattern.Iso.Format(DecideeLe(v)) },
                    ],
                },
            ],
            Rappels = v.MatinsAvant(jour, NotificationReglages.Rappels),
            EscaladeLe = v.Calendrier.FinDuJour(jour),
        });
    }

    private static LocalDate DecideeLe(VueParcours v) => v.Memoire<NotificationMemoire>().DecideeLe is { } le ? v.Calendrier.Jour(le) : v.Aujourdhui;
}
