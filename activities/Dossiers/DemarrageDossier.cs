using System.Text.Json;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>What a journey is started with, read from its dossier: references and bands, no identity.</summary>
public static class DemarrageDossier
{
    public static DemarrageParcours De(Dossier dossier) => new()
    {
        DossierId = dossier.Id,
        Territoire = dossier.Territoire,
        Commune = dossier.CommuneDuDroit,
        ModeleId = dossier.ModeleId,
        ModeleVersion = dossier.ModeleVersion,
        Situation = JsonSerializer.Deserialize<SituationPersonne>(dossier.SituationJson, ParcoursJson.Options)!,
    };
}
