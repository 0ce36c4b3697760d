using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>
/// What happens when a task waits too long, whatever its step. The person is written to, then her counsellor is asked to get in
/// touch; a counsellor is reminded in the inbox, then the management sees the task too. Nothing is ever decided here.
/// </summary>
internal static class Minuteries
{
    /// <summary>Nature of the counsellor's task to get in touch with a person whose own task is late.</summary>
    public const string Relancer = "relancer";

    /// <summary>How that task is said to the person.</summary>
    public static IReadOnlyDictionary<string, string> PourLaPersonne { get; } = new Dictionary<string, string> { [Relancer] = "Reprendre contact avec vous" };

    /// <summary>Something waits for the person. Data: <c>libelle</c>, <c>avantLe</c>.</summary>
    private static readonly ModeleCourrier Rappel = new("rappel-tache", "rappel", "libelle", "avantLe")
    {
        Apercu = c => new Dictionary<string, string> { ["libelle"] = "Signer votre contrat", ["avantLe"] = LocalDatePattern.Iso.Format(c.Bientot) },
    };

    public static void Sonner(Brouillon b, Visite v, Alarme alarme)
    {
        var tache = b.Etat.Taches[alarme.TacheId!];
        if (alarme.Objet == AlarmesTache.Rappel)
        {
            Rappeler(b, v, tache with { Rappels = [.. tache.Rappels.Where(r => r > alarme.Le)] });
        }
        else
        {
            Escalader(b, v, tache);
        }
    }

    /// <summary>The counsellor says that contact was made. As long as the person's task stays open, the same is asked again later.</summary>
    public static string ContactRepris(Brouillon b, Visite v, TacheParcours relance)
    {
        v.Constater("tache.contact-repris", "Contact repris avec la personne.");
        if (b.Etat.Taches.GetValueOrDefault(relance.ObjetId!) is { } attendue)
        {
            b.Poser(attendue with { Rappels = [], Escaladee = false, EscaladeLe = v.Calendrier.FinDuJour(Rythme.EntreRelances.Terme(v.Aujourdhui)) });
        }

        return "C’est noté : le contact est repris.";
    }

    private static void Rappeler(Brouillon b, Visite v, TacheParcours tache)
    {
        b.Poser(tache with { DernierRappel = v.Maintenant });
        if (tache.Responsable.Role != RoleActeur.Personne)
        {
            return;
        }

        v.Constater("tache.rappel", $"Rappel envoyé : « {tache.Libelle} », à faire au plus tard le {Francais.Date(tache.Echeance.Jour)}.", tache.Echeance.BaseLegale, TonFait.Information);
        v.Ecrire(
            $"rappel-{tache.TacheId}-{LocalDatePattern.Iso.Format(v.Aujourdhui)}",
            Rappel,
            new() { ["libelle"] = tache.Libelle, ["avantLe"] = LocalDatePattern.Iso.Format(tache.Echeance.Jour) });
    }

    private static void Escalader(Brouillon b, Visite v, TacheParcours tache)
    {
        b.Poser(tache with { Escaladee = true });
        if (tache.Responsable.Role != RoleActeur.Personne)
        {
            v.Constater("tache.escalade", $"Signalé à l’encadrement, {(tache.Echeance.Fin <= v.Maintenant ? "faute d’acte à temps" : $"à faire au plus tard le {Francais.Date(tache.Echeance.Jour)}")} : {tache.Libelle}.", tache.Echeance.BaseLegale, TonFait.Alerte);
            return;
        }

        var jour = Rythme.PriseEnCharge.Echeance(v.Aujourdhui, v.Calendrier);
        v.Ouvrir(new NouvelleTache
        {
            Nature = Relancer,
            Libelle = "reprendre contact avec la personne",
            Precision = $"Reste à faire de son côté : « {tache.Libelle} ».",
            Responsable = v.Referent(),
            Echeance = new Echeance { Jour = jour, Fin = v.Calendrier.FinDuJour(jour), Motif = "Sans réponse de la personne" },
            Gestes = [new Geste { Code = "contact-repris", Libelle = "Contact repris", Principal = true }],
            ObjetId = tache.TacheId,
            Rappels = [v.Matin(jour)],
            EscaladeLe = v.Calendrier.FinDuJour(Rythme.Escalade.Terme(jour)),
        });
    }
}
