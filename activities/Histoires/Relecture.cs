using System.Text.Json;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Serialisation;
using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;
using Temporalio.Client;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>
/// What a journey decided, read again from its histories by somebody who was not there: when, on what, by whom, under which versions of the
/// program, the template and the law, and what was established, with its basis. Nothing is computed anew.
/// </summary>
public static class Relecture
{
    /// <param name="client">Of the service that holds the histories.</param>
    /// <param name="dossierId">Whose journey.</param>
    /// <param name="zone">In which hours are said.</param>
    /// <param name="nommer">The name of a counsellor by her id.</param>
    /// <returns>Lines of text, one decision after the other; empty when the service does not know the journey.</returns>
    public static async Task<IReadOnlyList<string>> LireAsync(ITemporalClient client, string dossierId, DateTimeZone zone, Func<string, string> nommer)
    {
        var lignes = new List<string>();
        if (await LireFluxAsync(client, dossierId, NomsParcours.FilPrincipal) is not { } parcours)
        {
            return lignes;
        }

        Decrire(lignes, $"Parcours {dossierId}", parcours, zone, nommer);
        foreach (var fil in VersionsEtat.Lire(parcours.Etat()).Fils.Values.Where(f => f.Separe))
        {
            if (await LireFluxAsync(client, dossierId, fil.Id) is { } histoire)
            {
                Decrire(lignes, $"Fil « {fil.Id} » {dossierId}", histoire, zone, nommer);
            }
        }

        return lignes;
    }

    private static async Task<HistoireFlux?> LireFluxAsync(ITemporalClient client, string dossierId, string flux) =>
        await Deroulements.DernierAsync(client, dossierId, flux) is { } workflow ? await LecteurHistoires.LireAsync(client, workflow.Id, workflow.RunId) : null;

    private static void Decrire(List<string> lignes, string titre, HistoireFlux histoire, DateTimeZone zone, Func<string, string> nommer)
    {
        lignes.Add($"{titre}, heures du fuseau {zone.Id}");
        if (histoire.Depart is { } depart)
        {
            lignes.Add($"Ses décisions 1 à {histoire.Avant} ne sont plus gardées : il est relu tel qu’il était le {Date(depart.Le, zone)}.");
        }

        var etat = histoire.Depart?.Etat.DeepClone().AsObject() ?? [];
        foreach (var decision in histoire.Decisions)
        {
            var faite = decision.TachesCloses.Where(t => t.Value is StatutTache.Faite).Select(t => etat["taches"]?[t.Key]?["libelle"]?.GetValue<string>()).FirstOrDefault();
            Changements.Appliquer(etat, decision.Changements!);
            var origine = etat["origine"].Deserialize<OrigineDecision>(ParcoursJson.Options)!;
            lignes.Add("");
            lignes.Add($"n° {decision.Numero}, {Date(decision.Le, zone)} : {Evenement(decision, nommer)}{(faite is null ? "" : $" — {Francais.Minuscule(faite)}")}");
            lignes.Add($"  programme {origine.Code} ; modèle {origine.Modele} ; droit lu : {(origine.Droit.Length > 0 ? origine.Droit : "aucun")}");
            lignes.AddRange(decision.Faits.Select(f => $"  - {f.Phrase}{(f.BaseLegale is { } b ? $" [{b}]" : "")}").DefaultIfEmpty("  (aucun fait : tâches, échéances ou demandes seulement)"));
        }
    }

    private static string Evenement(Decision decision, Func<string, string> nommer) => decision.Evenement.Split('/')[0] switch
    {
        "debut" => "ouverture du parcours",
        "temps" => "une échéance ou un rappel",
        "acte" => decision.Auteur switch
        {
            { Role: RoleActeur.Personne } => "acte de la personne",
            { Role: RoleActeur.Encadrement, Id: { } id } => $"acte de l’encadrement ({nommer(id)})",
            { Role: RoleActeur.Conseiller, Id: { } id } => $"acte de {nommer(id)}",
            _ => "données reçues d’un territoire",
        },
        "reponse" => "réponse à une demande du parcours",
        "fin" => "fin d’un fil séparé",
        "partage" => "changement de ce que le parcours partage avec ce fil",
        var autre => autre,
    };

    private static string Date(Instant le, DateTimeZone zone) =>
        le.InZone(zone) is var local ? $"{Francais.DateComplete(local.Date)} à {Francais.Heure(local.TimeOfDay)}" : "";
}
