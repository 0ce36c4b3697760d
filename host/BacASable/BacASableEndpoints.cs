using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Workflows.Redaction;
using Microsoft.AspNetCore.Mvc;

namespace FranceTravail.Parcours.Host.BacASable;

/// <summary>The buttons of the sandbox's band.</summary>
internal static class BacASableEndpoints
{
    public static void MapBacASable(this IEndpointRouteBuilder routes) => routes.MapPost("/bac-a-sable/avancer", AvancerAsync).AllowAnonymous();

    private static async Task<IResult> AvancerAsync(
        PiloteHorloge pilote, Avis avis, Session session, [FromForm] string? pas, [FromForm] string? retour, CancellationToken cancellationToken)
    {
        try
        {
            var moved = pas switch
            {
                "jour" => await pilote.UnJourAsync(cancellationToken),
                "semaine" => await pilote.UneSemaineAsync(cancellationToken),
                "echeance" => await pilote.ProchaineEcheanceAsync(cancellationToken),
                _ => false,
            };
            if (moved)
            {
                avis.Laisser("info", $"Le temps a avancé : il est le {Francais.DateLongue(session.Maintenant.Date)}, {Francais.Heure(session.Maintenant.TimeOfDay)}.");
            }
            else
            {
                avis.Laisser("info", "Aucune échéance n’est à venir : le temps n’a pas bougé.");
            }
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            avis.Laisser("erreur", "L’horloge du moteur ne répond pas : le temps n’a pas bougé, ou pas tout entier.");
        }

        return Results.LocalRedirect(Retour.Local(retour) ?? "/");
    }
}
