using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Etats;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>The rows that a decision changes: read from what is recorded, so that living and rebuilding give the same.</summary>
public static class ProjectionDecision
{
    /// <param name="decision">What was decided.</param>
    /// <param name="flux">Name of the stream: the thread that the workflow carries.</param>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="avant">The state before; null at the first decision.</param>
    /// <param name="apres">The state after.</param>
    public static ProjectionDossier De(Decision decision, string dossierId, string flux, EtatParcours? avant, EtatParcours apres)
    {
        var changements = decision.Changements ?? [];
        return new ProjectionDossier
        {
            DossierId = dossierId,
            Flux = flux,
            Epoque = decision.Epoque,
            Sequence = decision.Numero,
            Donnees = flux != NomsParcours.FilPrincipal ? null
                : avant is null ? dossierId
                : apres.Dossier.DonneesId != avant.Dossier.DonneesId ? apres.Dossier.DonneesId
                : null,
            Avancement = AvancementProjete.De(apres, flux),
            Faits = [.. decision.Faits.Select(f => f with { Le = decision.Le, Auteur = decision.Auteur ?? Acteur.Systeme })],
            Taches =
            [
                .. Cles(changements["taches"]).Where(apres.Taches.ContainsKey).Select(id => apres.Taches[id]),
                .. decision.TachesCloses.Select(close => avant!.Taches[close.Key] with { Statut = close.Value, CloseLe = decision.Le }),
            ],
            Ruban = changements.ContainsKey("ruban") ? [.. apres.Ruban.Values.OrderBy(e => e.Ordre)] : [],
            Fils =
            [
                .. Cles(changements["fils"]).Where(apres.Fils.ContainsKey).Select(id => FilProjete.De(apres, apres.Fils[id], flux, ClosLe(apres, id, decision))),
                .. (avant?.Fils.Values ?? []).Where(f => !apres.Fils.ContainsKey(f.Id)).Select(f => FilProjete.De(avant!, f, flux, decision.Le)),
            ],
            RendezVous = decision.RendezVous,
            Contrats = decision.Contrats,
            Semaines = decision.Semaines,
        };
    }

    private static NodaTime.Instant? ClosLe(EtatParcours etat, string filId, Decision decision) =>
        etat.Statut == StatutParcours.Clos && !etat.Fils[filId].Separe ? decision.Le : null;

    private static IEnumerable<string> Cles(JsonNode? partie) => partie is JsonObject objet ? objet.Select(p => p.Key) : [];
}
