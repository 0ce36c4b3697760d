using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using FranceTravail.Parcours.Workflows.Tests.Moteur;
using Xunit;

namespace FranceTravail.Parcours.Workflows.Tests.Histoires;

/// <summary>
/// Records a history for each step (run explicitly: <c>-explicit only</c>). A file that exists is never written again: give a
/// new name to a new recording.
/// </summary>
public partial class Recording
{
    [Fact(Explicit = true)]
    public async Task Inscription_refused_then_sent_again()
    {
        await using var scene = await Scene.OuvrirAsync(preparer: a => a.Monde.RefusInscription = "Identité à vérifier.");
        await scene.TacheAsync("verifier-inscription");
        scene.Activites.Monde.RefusInscription = null;
        await scene.AgirAsync("verifier-inscription", "renvoyer");
        await scene.TacheAsync("confirmer-rendez-vous");
        await EcrireAsync(scene, "inscription-1");
    }

    [Fact(Explicit = true)]
    public async Task Orientation_late_then_decided_without_known_receipt()
    {
        await using var scene = await Scene.OuvrirAsync(Situations.Incertaine, preparer: a => a.Monde.ReceptionInconnue = true);
        await scene.TacheAsync("decider-orientation");
        await scene.AvancerJoursAsync(30);
        await scene.AgirAsync("decider-orientation", "choisir", ("parcours", "Social"), ("organisme", "ConseilDepartemental"));
        await scene.TacheAsync("enregistrer-reception");
        await scene.AvancerJoursAsync(2);
        await scene.AgirAsync("enregistrer-reception", "recue", ("recue-le", "2026-11-08"));
        await scene.TacheAsync("confirmer-rendez-vous");
        await EcrireAsync(scene, "pre-orientation-1");
    }

    [Fact(Explicit = true)]
    public async Task Appointment_moved_missed_excused_then_held()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.AgirAsync("confirmer-rendez-vous", "deplacer", ("a-partir-du", "2026-10-19"), ("moment", "Matin"));
        await new Histoire(scene).JusquAuRendezVousAsync();
        await scene.AgirAsync("constater-presence", "absente");
        await new Histoire(scene).JusquAuRendezVousAsync();
        await scene.AgirAsync("constater-presence", "excusee", ("motif", "sante"));
        await scene.AvancerJoursAsync(12);
        await scene.AgirAsync("delai-premier-rendez-vous", "vu");
        await scene.AgirAsync("trouver-creneau", "fixer", ("jour", "2026-11-12"), ("heure", "09:15"));
        await new Histoire(scene).JusquAuRendezVousAsync();
        await scene.AgirAsync("constater-presence", "presente");
        await EcrireAsync(scene, "premier-rendez-vous-1");
    }

    [Fact(Explicit = true)]
    public async Task Diagnostic_late_then_reoriented()
    {
        await using var scene = await Scene.OuvrirAsync();
        await new Histoire(scene).JusquAuRendezVousAsync();
        await scene.AgirAsync("constater-presence", "presente");
        await scene.AvancerJoursAsync(9);
        await scene.AgirAsync("etablir-diagnostic", "reorienter", ("vers", "SocioProfessionnel"), ("synthese", "texte-0000001"));
        await scene.AgirAsync("decider-orientation", "retenir");
        await scene.TacheAsync("confirmer-rendez-vous");
        await EcrireAsync(scene, "diagnostic-1");
    }

    [Fact(Explicit = true)]
    public async Task Contract_changed_signed_late()
    {
        await using var scene = await Scene.OuvrirAsync();
        await new Histoire(scene).JusquAuContratAsync();
        await scene.AgirAsync("proposer-contrat", "proposer", ("heures-formation", "18"));
        await scene.AgirAsync("signer-contrat", "demander-modification", ("raison", "texte-0000001"));
        await scene.AgirAsync("proposer-contrat", "proposer", ("heures-formation", "12"), ("motif-heures", "SituationIndividuelle"));
        await scene.AvancerJoursAsync(35);
        await scene.AgirAsync("relancer", "contact-repris");
        await scene.AgirAsync("signer-contrat", "signer");
        await scene.AgirAsync("signer-contrat-referent", "signer");
        await EcrireAsync(scene, "contrat-engagement-1");
    }

    [Fact(Explicit = true)]
    public async Task Follow_up_with_silences_then_review()
    {
        await using var scene = await Scene.OuvrirAsync(modele: Modeles.National(("revue", "Periodicite", "P1M")));
        var histoire = new Histoire(scene);
        await histoire.JusquAuContratSigneAsync();
        await scene.AvancerJoursAsync(28);
        await scene.AgirAsync("prendre-des-nouvelles", "contact-pris");
        await scene.AgirAsync("declarer-semaine", "declarer", ("heures", "14.5"), ("detail", "texte-0000001"));
        await scene.AgirAsync("valider-semaine", "corriger", ("heures", "12"));
        var premier = (await scene.Poignee.DescribeAsync()).RunId;
        await scene.AgirAsync("tenir-revue", "Poursuite");
        await EcrireAsync(scene, "suivi-activites-revue-1", premier);
        await scene.AvancerJoursAsync(31);
        await scene.AgirAsync("tenir-revue", "Sortie", ("motif", "emploi"));
        await scene.Poignee.GetResultAsync();
        await EcrireAsync(scene, "revue-suite-1");
    }

    private static async Task EcrireAsync(Scene scene, string nom, string? runId = null)
    {
        var fichier = Path.Combine(Ici(), $"{nom}.json");
        if (!File.Exists(fichier))
        {
            var histoire = await scene.Client.GetWorkflowHandle(scene.Poignee.Id, runId).FetchHistoryAsync();
            await File.WriteAllTextAsync(fichier, PilesDAppels().Replace(histoire.ToJson(), ""));
        }
    }

    // A stack trace says where the tests were built, and a replay does not read it.
    [GeneratedRegex("\"stackTrace\":\\s*\"(?:[^\"\\\\]|\\\\.)*\",?\\s*")]
    private static partial Regex PilesDAppels();

    private static string Ici([CallerFilePath] string fichier = "") => Path.GetDirectoryName(fichier)!;
}
