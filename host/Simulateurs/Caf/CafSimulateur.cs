using FranceTravail.Parcours.Host.Simulateurs.Effets;
using FranceTravail.Parcours.Host.Simulateurs.Pannes;

namespace FranceTravail.Parcours.Host.Simulateurs.Caf;

/// <summary>The CAF: rights by reference of seven digits. References from 9000000 on are unknown.</summary>
internal sealed class CafSimulateur : ISimulateur
{
    public const string Nom = "Caf";

    string ISimulateur.Nom => Nom;

    public void Monter(IEndpointRouteBuilder app) =>
        app.MapGet("/caf/droits/{reference:regex(^[0-9]{{7}}$)}", (string reference, SimulateursOptions options) =>
            reference[0] == '9' ? Reponse.Inconnu("reference-inconnue") : Results.Ok(AllocatairesInventes.Pour(options.Graine, reference))).AvecPannes(Nom);
}
