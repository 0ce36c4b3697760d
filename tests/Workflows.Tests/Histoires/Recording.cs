using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using FranceTravail.Parcours.Workflows.Tests.Fils;
using FranceTravail.Parcours.Workflows.Tests.Moteur;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Workflows.Tests.Histoires;

/// <summary>
/// Records the histories that <see cref="When_recorded_histories_are_replayed"/> replays, under the era of today. Run
/// explicitly after a step or the workflow has changed (<c>-explicit only -class "*Recording"</c>): files of an era that has
/// ended are never written again; those of today's are, with the fingerprints of what decides.
/// </summary>
public partial class Recording
{
    [Fact(Explicit = true)]
    public async Task Of_every_step_and_thread()
    {
        await Registration_refused_then_sent_again();
        await Orientation_decided_late_then_proof_given();
        await Appointment_moved_missed_then_held();
        await Diagnostic_late_then_another_orientation();
        await Contract_changed_signed_late();
        await Follow_up_with_silences_then_review();
        await Threads_opened_by_hand_and_by_announcement();
        await Requests_answered_late_and_refused();
        await Dossier_transferred_twice();
        await Orientation_decided_anew_after_a_move();
        await Journey_cancelled_terminated_reset();
        await File.WriteAllTextAsync(Path.Combine(Ici(), "empreintes.txt"), string.Join("\n", Empreintes.Actuelles().Select(e => $"{e.Key} {e.Value}")) + "\n");
    }

    private static async Task Registration_refused_then_sent_again()
    {
        await using var scene = await Scene.OuvrirAsync(preparer: a => a.Monde.RefusInscription = "Identité à vérifier.");
        await scene.TacheAsync("verifier-inscription");
        scene.Activites.Monde.RefusInscription = null;
        await scene.AgirAsync("verifier-inscription", "renvoyer");
        await scene.OrienterAsync();
        await scene.TacheAsync("confirmer-rendez-vous");
        await scene.AgirAsync(Banc.Donnees.Changees("donnees-0001", DonneePersonne.Telephone));
        await EcrireAsync(scene, "inscription");
    }

    private static async Task Dossier_transferred_twice()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.OrienterAsync();
        await scene.TacheAsync("confirmer-rendez-vous");
        await scene.AgirAsync(Banc.Donnees.Demenagement("donnees-0001", "62498", "pas-de-calais"));
        await scene.AgirAsync(Banc.Donnees.Demenagement("donnees-0002", "69123", "rhone"));
        await scene.AgirAsync("transmettre-dossier", "transferer", ("suivi", "texte-0000001"));
        await scene.AgirAsync("accueillir-transfert", "contact");
        await scene.AgirAsync(Banc.Donnees.Demenagement("donnees-0003", "97411", "reunion"));
        await scene.AgirAsync("transmettre-dossier", "maintenir", ("raison", "texte-0000002"));
        await EcrireAsync(scene, "transfert");
    }

    private static async Task Orientation_decided_anew_after_a_move()
    {
        await using var scene = await Scene.OuvrirAsync(Situations.ProcheDeLEmploi with { Rsa = true, DroitRsaConnuLe = new(2026, 10, 8) });
        await new Histoire(scene).JusquAuContratAsync();
        await scene.AgirAsync(Banc.Donnees.Demenagement("donnees-0001", "69123", "rhone"));
        await scene.AgirAsync("transmettre-dossier", "transferer");
        await scene.OrienterAsync();
        await scene.CalmeAsync();
        await EcrireAsync(scene, "nouvelle-orientation");
    }

    private static async Task Orientation_decided_late_then_proof_given()
    {
        await using var scene = await Scene.OuvrirAsync(Situations.Eloignee, preparer: a => a.Monde.ReceptionInconnue = true);
        await scene.TacheAsync("decider-orientation");
        await scene.AvancerJoursAsync(50);
        await scene.AgirAsync("decider-orientation", "choisir", ("parcours", "Social"), ("organisme", "ConseilDepartemental"), ("raison", "texte-0000001"));
        await scene.AvancerJoursAsync(10);
        await scene.AgirAsync("enregistrer-reception", "recue", ("recue-le", "2026-11-28"));
        await scene.CalmeAsync();
        await EcrireAsync(scene, "pre-orientation");
    }

    private static async Task Appointment_moved_missed_then_held()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.OrienterAsync();
        await scene.AgirAsync("confirmer-rendez-vous", "deplacer", ("a-partir-du", "2026-10-20"), ("moment", "ApresMidi"));
        await scene.AgirAsync("confirmer-rendez-vous", "confirmer");
        await scene.AvancerJoursAsync(14);
        await scene.AgirAsync("constater-presence", "absente");
        await scene.AgirAsync("confirmer-rendez-vous", "confirmer");
        await scene.AvancerJoursAsync(14);
        await scene.AgirAsync("constater-presence", "presente");
        await EcrireAsync(scene, "premier-rendez-vous");
    }

    private static async Task Diagnostic_late_then_another_orientation()
    {
        await using var scene = await Scene.OuvrirAsync();
        await new Histoire(scene).JusquAuRendezVousAsync();
        await scene.AgirAsync("constater-presence", "presente");
        await scene.AvancerJoursAsync(9);
        await scene.OuvrirFilAsync("reorientation", RoleActeur.Personne, scene.DossierId, ("texte", "texte-0000001"));
        await scene.AgirAsync("decider-reorientation", "refuser", ("raison", "texte-0000002"));
        await scene.AgirAsync("etablir-diagnostic", "partager", ("projet", "defini"), ("modalite", "SocioProfessionnel"), ("synthese", "texte-0000003"));
        await scene.OuvrirFilAsync("reorientation", RoleActeur.Conseiller, "c-9", ("souhait", "CapEmploi"), ("texte", "texte-0000004"));
        await scene.AgirAsync("decider-reorientation", "accorder", ("organisme", "CapEmploi"), ("parcours", "Professionnel"), ("raison", "texte-0000005"));
        await scene.TacheAsync("confirmer-rendez-vous");
        await scene.CalmeAsync();
        await EcrireAsync(scene, "diagnostic");
    }

    private static async Task Contract_changed_signed_late()
    {
        await using var scene = await Scene.OuvrirAsync();
        await new Histoire(scene).JusquAuContratAsync();
        await scene.AgirAsync("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "18"));
        await scene.AgirAsync("signer-contrat", "demander-modification", ("raison", "texte-0000001"));
        await scene.AgirAsync("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "12"), ("motif-heures", "SituationIndividuelle"));
        await scene.AvancerJoursAsync(35);
        await scene.AgirAsync("relancer", "contact-repris");
        await scene.AgirAsync("signer-contrat", "signer");
        await scene.AgirAsync("signer-contrat-referent", "signer");
        await EcrireAsync(scene, "contrat-engagement");
    }

    private static async Task Follow_up_with_silences_then_review()
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
        await EcrireAsync(scene, "suivi-activites-revue", premier);
        await scene.AvancerJoursAsync(31);
        await scene.AgirAsync("tenir-revue", "Sortie", ("motif", "emploi"));
        await scene.Poignee.GetResultAsync();
        await EcrireAsync(scene, "revue-suite");
    }

    private static async Task Threads_opened_by_hand_and_by_announcement()
    {
        await using var scene = await Scene.OuvrirAsync(modele: TroisFils.Modele([.. Enumerable.Repeat(0, 20)], separe: true), catalogue: TroisFils.Catalogue);
        await scene.OrienterAsync();
        await scene.TacheAsync("confirmer-rendez-vous");
        await scene.OuvrirFilAsync("fil-1", RoleActeur.Conseiller, "c-1");
        await scene.OuvrirFilAsync("fil-2", RoleActeur.Personne, scene.DossierId);
        await new Histoire(scene).JusquAuContratSigneAsync();
        await scene.AvancerJoursAsync(3);
        await EcrireAsync(scene, "fils");
        await EcrireAsync(scene, "fil-separe", workflowId: NomsParcours.IdWorkflow(scene.DossierId, "fil-1-1"));
    }

    private static async Task Requests_answered_late_and_refused()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.OrienterAsync();
        await scene.TacheAsync("confirmer-rendez-vous");
        await scene.OuvrirFilAsync("demande", RoleActeur.Personne, scene.DossierId, ("objet", "question"), ("texte", "texte-0000001"));
        await scene.AvancerJoursAsync(4);
        await scene.AgirAsync("repondre-a-la-demande", "repondre", ("reponse", "texte-0000002"));
        await scene.OuvrirFilAsync("demande", RoleActeur.Personne, scene.DossierId, ("objet", "revision"), ("texte", "texte-0000003"));
        await scene.AgirAsync("repondre-a-la-demande", "refuser", ("motif", "texte-0000004"));
        await scene.CalmeAsync();
        await EcrireAsync(scene, "sollicitation");
    }

    private static async Task Journey_cancelled_terminated_reset()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.OrienterAsync();
        await scene.AgirAsync("confirmer-rendez-vous", "confirmer");
        await scene.CalmeAsync();
        var premier = (await scene.Poignee.DescribeAsync()).RunId;
        var taches = (await scene.Poignee.FetchHistoryAsync()).Events.Where(e => e.EventType == EventType.WorkflowTaskCompleted).ToList();
        await scene.Client.WorkflowService.ResetWorkflowExecutionAsync(new ResetWorkflowExecutionRequest
        {
            Namespace = scene.Client.Options.Namespace,
            WorkflowExecution = new Temporalio.Api.Common.V1.WorkflowExecution { WorkflowId = scene.Poignee.Id, RunId = premier },
            Reason = "recording",
            RequestId = "reset-1",
            WorkflowTaskFinishEventId = taches[^1].EventId,
        });
        await EcrireAsync(scene, "reinitialise-avant", premier);
        await scene.AvancerJoursAsync(1);
        await EcrireAsync(scene, "reinitialise-apres");
        await scene.Poignee.CancelAsync();
        await scene.AvancerJoursAsync(1);
        await EcrireAsync(scene, "annule");

        await using var autre = await Scene.OuvrirAsync();
        await autre.OrienterAsync();
        await autre.TacheAsync("confirmer-rendez-vous");
        await autre.Poignee.TerminateAsync("recording");
        await EcrireAsync(autre, "interrompu");
    }

    private static async Task EcrireAsync(Scene scene, string nom, string? runId = null, string? workflowId = null)
    {
        var histoire = await scene.Client.GetWorkflowHandle(workflowId ?? scene.Poignee.Id, runId).FetchHistoryAsync();
        var dossier = Directory.CreateDirectory(Path.Combine(Ici(), Empreintes.Ere)).FullName;
        await File.WriteAllTextAsync(Path.Combine(dossier, $"{nom}.json"), PilesDAppels().Replace(histoire.ToJson(), ""));
        await File.WriteAllTextAsync(Path.Combine(dossier, $"{nom}.projections"), await Rejeu.ProjeterAsync(histoire));
    }

    // A stack trace says where the tests were built, and a replay does not read it.
    [GeneratedRegex("\"stackTrace\":\\s*\"(?:[^\"\\\\]|\\\\.)*\",?\\s*")]
    private static partial Regex PilesDAppels();

    private static string Ici([CallerFilePath] string fichier = "") => Path.GetDirectoryName(fichier)!;
}
