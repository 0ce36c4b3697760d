using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Host.Espaces.Demarches;

/// <summary>A thread that somebody may open.</summary>
/// <param name="Fil">Its type in the template that the dossier follows.</param>
/// <param name="Demarche">What is said of it.</param>
/// <param name="Champs">What is asked to open it.</param>
/// <param name="EnCours">As many are open as there may be: it is offered again once one of them has ended.</param>
internal sealed record DemarcheOuvrable(string Fil, Demarche Demarche, IReadOnlyList<Champ> Champs, bool EnCours);
