using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// Columns of a dossier that follow from what is written, kept by the write so that no list reads every fact: folded name, date to sort by,
/// last word and last meeting of the person. And the data that a dossier was registered with, kept as its first.
/// </summary>
internal static class Consequences
{
    /// <summary>The date to sort by of a dossier without deadline.</summary>
    public static readonly Instant Jamais = Instant.FromUtc(9999, 12, 31, 0, 0);

    public static async Task TirerAsync(DossiersDbContext db, CancellationToken cancellationToken)
    {
        db.Donnees.AddRange(db.ChangeTracker.Entries<Dossier>().Where(d => d.State is EntityState.Added).Select(d => DonneesRecues.Inscription(d.Entity)).ToList());
        await ParolesAsync(db, cancellationToken);
        await RencontresAsync(db, cancellationToken);
        foreach (var dossier in db.ChangeTracker.Entries<Dossier>().Where(d => d.State is EntityState.Added or EntityState.Modified).Select(d => d.Entity))
        {
            dossier.NomRecherche = TexteDeRecherche.De($"{dossier.Nom} {dossier.Prenom}");
            dossier.EcheanceDeTri = dossier.ProchaineEcheance ?? Jamais;
            dossier.DernierSigne = Plus(dossier.DernierRendezVous, Plus(dossier.DerniereParole, dossier.InscritLe));
        }
    }

    private static async Task ParolesAsync(DossiersDbContext db, CancellationToken cancellationToken)
    {
        var paroles = db.ChangeTracker.Entries<Fait>().Where(f => f.State is EntityState.Added && f.Entity.AuteurRole is RoleActeur.Personne).Select(f => f.Entity);
        foreach (var (dossierId, derniere) in paroles.GroupBy(f => f.DossierId).Select(g => (g.Key, g.Max(f => f.Le))).ToList())
        {
            if (await db.Dossiers.FindAsync([dossierId], cancellationToken) is { } dossier)
            {
                dossier.DerniereParole = Plus(dossier.DerniereParole, derniere);
            }
        }
    }

    private static async Task RencontresAsync(DossiersDbContext db, CancellationToken cancellationToken)
    {
        var touches = db.ChangeTracker.Entries<RendezVous>()
            .Where(r => r.State is EntityState.Added or EntityState.Modified)
            .Where(r => r.Entity.Statut is StatutRendezVous.Honore || (r.State is EntityState.Modified && r.OriginalValues.GetValue<StatutRendezVous>(nameof(RendezVous.Statut)) is StatutRendezVous.Honore))
            .Select(r => r.Entity);
        foreach (var rendezVous in touches.GroupBy(r => r.DossierId).ToList())
        {
            if (await db.Dossiers.FindAsync([rendezVous.Key], cancellationToken) is { } dossier)
            {
                // One that was held and no longer is may have been the last: the others are asked.
                var ecrits = rendezVous.Select(r => r.Id).ToList();
                var autres = await db.RendezVous.Where(r => r.DossierId == dossier.Id && r.Statut == StatutRendezVous.Honore && !ecrits.Contains(r.Id))
                    .MaxAsync(r => (Instant?)r.Debut, cancellationToken);
                dossier.DernierRendezVous = rendezVous.Where(r => r.Statut is StatutRendezVous.Honore).Select(r => (Instant?)r.Debut).Append(autres).Max();
            }
        }
    }

    private static Instant Plus(Instant? connu, Instant nouveau) => connu > nouveau ? connu.Value : nouveau;
}
