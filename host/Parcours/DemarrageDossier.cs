using System.Text.Json;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Host.Parcours;

/// <summary>What a journey is started with, read from its dossier: references and bands, no identity.</summary>
internal static class DemarrageDossier
{
    public static DemarrageParcours De(Dossier dossier, IReadOnlySet<string> communesVendrediSaint) => new()
    {
        DossierId = dossier.Id,
        Territoire = dossier.Territoire,
        Calendrier = CalendriersCivils.PourCommune(dossier.CommuneInsee, communesVendrediSaint).Code,
        ModeleId = dossier.ModeleId,
        ModeleVersion = dossier.ModeleVersion,
        Situation = JsonSerializer.Deserialize<SituationPersonne>(dossier.SituationJson, ParcoursJson.Options)!,
    };
}
