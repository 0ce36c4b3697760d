using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>
/// Reads who has not been heard for 21 days: neither an act of the person on her own page nor an appointment held. Silence is no fault; it is
/// somebody to call.
/// </summary>
internal static class SilencesQuery
{
    /// <summary>Days without a word after which a silence shows.</summary>
    public const int Jours = 21;

    private const int Montres = 5;

    public static async Task<Silences> LireAsync(DossiersDbContext db, Session session)
    {
        var (id, since) = (session.Id, session.Maintenant.ToInstant() - Duration.FromDays(Jours));
        var silent = db.Dossiers.AsNoTracking().Where(d => d.ReferentId == id && d.Statut == StatutDossier.Ouvert && d.DernierSigne <= since);
        var longest = silent.OrderBy(d => d.DernierSigne).ThenBy(d => d.Id).Take(Montres).Select(d => new Silence(d.Id, d.Prenom + " " + d.Nom, d.DernierSigne));
        return new(await silent.CountAsync(), await longest.ToListAsync());
    }
}
