using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
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
        var silent = db.Dossiers.AsNoTracking()
            .Where(d => d.ReferentId == id && d.Statut == StatutDossier.Ouvert && d.InscritLe <= since)
            .Select(d => new
            {
                d.Id,
                Nom = d.Prenom + " " + d.Nom,
                d.InscritLe,
                Entendue = db.Faits.Where(f => f.DossierId == d.Id && f.AuteurRole == RoleActeur.Personne).Max(f => (Instant?)f.Le),
                Rencontree = db.RendezVous.Where(r => r.DossierId == d.Id && r.Statut == StatutRendezVous.Honore).Max(r => (Instant?)r.Debut),
            })
            .Where(d => (d.Entendue == null || d.Entendue <= since) && (d.Rencontree == null || d.Rencontree <= since));
        var rows = await silent.ToListAsync();
        var lines = rows.Select(r => new Silence(r.Id, r.Nom, new[] { r.InscritLe, r.Entendue ?? r.InscritLe, r.Rencontree ?? r.InscritLe }.Max()));
        return new(rows.Count, [.. lines.OrderBy(l => l.Depuis).ThenBy(l => l.DossierId, StringComparer.Ordinal).Take(Montres)]);
    }
}
