using FranceTravail.Parcours.Workflows.Etapes;

namespace FranceTravail.Parcours.Host.Espaces.Demarches;

/// <summary>A thread that somebody may open.</summary>
/// <param name="Fil">Its type in the template that the dossier follows.</param>
/// <param name="Demarche">What is asked to open it.</param>
internal sealed record DemarcheOuvrable(string Fil, Demarche Demarche);
