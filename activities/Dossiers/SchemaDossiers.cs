using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// The schema that a store has, against the one that this program wants. It is not brought up by <c>Migrate()</c>, which commits step by
/// step and takes a lock that a killed process leaves behind: the same statements run here in one transaction, with the objects beside the
/// model, the first counsellors and the identity.
/// </summary>
internal sealed class SchemaDossiers
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    private readonly IReadOnlyList<string> voulues;
    private readonly IReadOnlyList<string> appliquees;
    private readonly IReadOnlyList<string> objetsManquants;

    private SchemaDossiers(IReadOnlyList<string> voulues, IReadOnlyList<string> appliquees, IReadOnlyList<string> objetsManquants) =>
        (this.voulues, this.appliquees, this.objetsManquants) = (voulues, appliquees, objetsManquants);

    public bool EstVide => appliquees.Count == 0;

    public bool EstAJour => appliquees.Count == voulues.Count && objetsManquants.Count == 0;

    public static async Task<SchemaDossiers> LireAsync(DossiersDbContext db, CancellationToken cancellationToken)
    {
        var presents = await db.Fournisseur.ObjetsPresentsAsync(db, cancellationToken);
        return new(
            [.. db.Database.GetMigrations()],
            await db.GetService<IHistoryRepository>().ExistsAsync(cancellationToken) ? [.. await db.Database.GetAppliedMigrationsAsync(cancellationToken)] : [],
            [.. db.Fournisseur.Objets.Where(o => !presents.Contains(o.Key)).Select(o => o.Value)]);
    }

    /// <exception cref="DossiersException">Another version of the program made this store.</exception>
    public void Refuser(string nom)
    {
        if (appliquees.Except(voulues, StringComparer.Ordinal).Max(StringComparer.Ordinal) is { } etrangere)
        {
            var recente = string.CompareOrdinal(etrangere, voulues[^1]) > 0;
            throw new DossiersException(recente ? MotifDossiers.PlusRecente : MotifDossiers.PlusAncienne, nom);
        }
    }

    /// <summary>Brings the store to the wanted schema, whole or not at all. Answers with its identity.</summary>
    public async Task<string> MettreANiveauAsync(DossiersDbContext db, Instant maintenant, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(Patience);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Fournisseur.AvantMigrationAsync(db, cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, null, cancellationToken);
        if (appliquees.Count < voulues.Count)
        {
            var script = db.GetService<IMigrator>().GenerateScript(EstVide ? null : appliquees[^1], null, MigrationsSqlGenerationOptions.NoTransactions);
            await db.Fournisseur.ExecuterAsync(db, script, cancellationToken);

            // A driver may keep silent about a statement in the middle of many.
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                throw new InvalidOperationException("The schema was not brought up to the end.");
            }
        }

        foreach (var objet in objetsManquants)
        {
            await db.Fournisseur.ExecuterAsync(db, objet, cancellationToken);
        }

        var identite = await db.Identites.AsNoTracking().Select(i => i.Id).SingleOrDefaultAsync(cancellationToken);
        if (identite is null)
        {
            identite = Guid.NewGuid().ToString("n");
            db.Identites.Add(new() { Id = identite, CreeeLe = maintenant });
            db.Conseillers.AddRange(Conseillers.Initiaux);
            db.Lieux.AddRange(Lieux.Initiaux);
            await db.SaveChangesAsync(cancellationToken);
        }

        await db.Fournisseur.ApresMigrationAsync(db, cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
        return identite;
    }
}
