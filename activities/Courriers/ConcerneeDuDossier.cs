using System.Text.Json;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Activities.Courriers;

/// <summary>The person of a dossier as competence looks at her: what a letter says of authorities follows from it.</summary>
public static class ConcerneeDuDossier
{
    public static PersonneConcernee De(Dossier dossier) => PersonneConcernee.De(
        JsonSerializer.Deserialize<SituationPersonne>(dossier.SituationJson, ParcoursJson.Options)!,
        dossier.Allocation switch
        {
            Allocation.Rsa => AllocationPercue.Rsa,
            Allocation.Are => AllocationPercue.Are,
            Allocation.Ass => AllocationPercue.Ass,
            _ => AllocationPercue.Aucune,
        },
        dossier.Organisme);
}
