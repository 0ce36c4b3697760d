using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Host.Acces;

/// <summary>
/// Writes that a counsellor was shown a dossier, whole or as a line of a list: once an hour for one counsellor, one dossier and one reason.
/// Called before anything is shown: without its trace, nothing is. A person who reads her own dossier leaves none.
/// </summary>
internal sealed class JournalAcces(IDbContextFactory<DossiersDbContext> contexts, TimeProvider clock)
{
    public const string Consultation = "consultation";
    public const string Tache = "tâche";
    public const string Courrier = "courrier";
    public const string RendezVous = "rendez-vous";

    /// <summary>Reasons of lists begin so: being a line of one is not being opened.</summary>
    public const string Liste = "liste";

    public const string ListeJournee = $"{Liste} : journée";
    public const string ListePortefeuille = $"{Liste} : portefeuille";
    public const string ListeEchanges = $"{Liste} : échanges";

    private static readonly Duration Fenetre = Duration.FromHours(1);

    public async Task NoterAsync(Session session, string motif, IEnumerable<string> dossiers, CancellationToken cancellationToken)
    {
        var ids = dossiers.Distinct(StringComparer.Ordinal).ToList();
        if (!session.EstConseiller || ids.Count == 0)
        {
            return;
        }

        var (now, actor) = (clock.GetUtcNow().ToInstant(), session.Id);
        var since = now - Fenetre;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var noted = await db.Acces.Where(a => ids.Contains(a.DossierId) && a.ActeurId == actor && a.Motif == motif && a.Instant > since)
            .Select(a => a.DossierId).ToHashSetAsync(cancellationToken);
        db.Acces.AddRange(ids.Where(id => !noted.Contains(id)).Select(id => new AccesDossier
        {
            DossierId = id,
            ActeurRole = Roles.Conseiller,
            ActeurId = actor,
            Instant = now,
            Motif = motif,
        }));
        await db.SaveChangesAsync(cancellationToken);
    }
}
