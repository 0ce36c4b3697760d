using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Donnees;

/// <summary>
/// What a journey does with new data of its person, whatever its step: it says which ones changed and takes their reference as the one in
/// force. A move to another commune also goes to the counsellor: who is competent follows from the commune.
/// </summary>
internal static class PriseDeDonnees
{
    /// <summary>Nature of the counsellor's task after a move.</summary>
    public const string VerifierCommune = "verifier-commune";

    private const string Deplacement = "Changement de commune : le territoire et les organismes compétents sont à vérifier.";

    /// <summary>How that task is said to the person.</summary>
    public static IReadOnlyDictionary<string, string> PourLaPersonne { get; } = new Dictionary<string, string>
    {
        [VerifierCommune] = "Vérifier qui vous accompagne après votre changement de commune",
    };

    /// <summary>Why the journey cannot take them, in French; null when it can.</summary>
    public static string? Refuser(EtatParcours etat, Acte acte) =>
        ControleActe.RefuserCle(acte) ?? (etat.Statut == StatutParcours.Clos ? "Le parcours est clos : ses données ne changent plus." : null);

    public static string Prendre(Visite v, DonneesChangees donnees)
    {
        v.Consigner(d => d with { DonneesId = donnees.Reference });
        var noms = donnees.Lesquelles.Select(Libelles.De).Distinct().ToList();
        v.Constater(
            "donnees.changees",
            $"Données mises à jour par {Libelles.De(donnees.Source)} du {Francais.DateComplete(v.Calendrier.Jour(donnees.RecuesLe))} : {Francais.Enumerer(noms)}.",
            ton: TonFait.Information,
            donnees: new Dictionary<string, string> { ["donnees"] = donnees.Reference });
        if (donnees.Lesquelles.Contains(DonneePersonne.Commune))
        {
            Signaler(v);
        }

        return "Les données sont à jour.";
    }

    /// <summary>The counsellor has looked at what the move changes.</summary>
    public static string CommuneVerifiee(Visite v)
    {
        v.Constater("donnees.commune-verifiee", "Changement de commune vérifié par le conseiller.");
        return "C’est noté.";
    }

    private static void Signaler(Visite v)
    {
        v.Constater("donnees.commune", Deplacement, ton: TonFait.Alerte);
        if (v.Etat.Taches.Values.Any(t => t.Nature == VerifierCommune))
        {
            return;
        }

        var jour = v.Rythme.PriseEnCharge.Echeance(v.Aujourdhui, v.Calendrier);
        v.Ouvrir(new NouvelleTache
        {
            Nature = VerifierCommune,
            Libelle = "vérifier le changement de commune",
            Precision = Deplacement,
            Responsable = v.Referent(),
            Echeance = v.Echeance(jour, "Changement de commune"),
            Gestes = [new Geste { Code = "verifie", Libelle = "C’est vérifié", Principal = true }],
            Rappels = [v.Matin(jour)],
            EscaladeLe = v.Calendrier.FinDuJour(v.Rythme.Escalade.Terme(jour)),
        });
    }
}
