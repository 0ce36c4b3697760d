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
        var rows = await db.Dossiers.AsNoTracking()
            .Where(d => d.ReferentId == id && d.Statut == StatutDossier.Ouvert && d.InscritLe <= since)
            .Where(d => (d.DerniereParole == null || d.DerniereParole <= since) && (d.DernierRendezVous == null || d.DernierRendezVous <= since))
            .Select(d => new { d.Id, Nom = d.Prenom + " " + d.Nom, d.InscritLe, d.DerniereParole, d.DernierRendezVous })
            .ToListAsync();
        var lines = rows.Select(r => new Silence(r.Id, r.Nom, new[] { r.InscritLe, r.DerniereParole ?? r.InscritLe, r.DernierRendezVous ?? r.InscritLe }.Max()));
        return new(rows.Count, [.. lines.OrderBy(l => l.Depuis).ThenBy(l => l.DossierId, StringComparer.Ordinal).Take(Montres)]);
    }
}
