using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>
/// Reads who has not been heard for <see cref="Rythme.Silence"/>: neither an act of the person on her own page nor an appointment held. Silence is no fault; it is
/// somebody to call.
/// </summary>
internal static class SilencesQuery
{
    private const int Montres = 5;

    public static async Task<Silences> LireAsync(DossiersDbContext db, Session session)
    {
        var (id, since) = (session.Id, session.IlYA(Rythme.Silence));
        var silent = db.Dossiers.AsNoTracking().Where(d => d.ReferentId == id && d.Statut == StatutDossier.Ouvert && d.DernierSigne <= since);
        var longest = silent.OrderBy(d => d.DernierSigne).ThenBy(d => d.Id).Take(Montres).Select(d => new Silence(d.Id, d.Prenom + " " + d.Nom, d.DernierSigne));
        return new(await silent.CountAsync(), await longest.ToListAsync());
    }
}
