using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Donnees;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>
/// The one door for variable data of a known person: kept in the case store first, then said to her journey, which alone puts them into force.
/// What a journey has not taken waits there, and is said to it again.
/// </summary>
internal sealed class ReceptionDonnees(IDbContextFactory<DossiersDbContext> contexts, JourneyClient journeys, RegistreCommunes communes, RegistreTerritoires territoires, TimeProvider clock)
{
    /// <summary>What is said of a row whose journey has ended.</summary>
    public const string Clos = "son parcours est clos : ses données ne changent plus.";

    /// <summary>
    /// Keeps what differs, in one transaction, after all that was said before: what was said last comes into force last. The same said again of
    /// the same data is the same row, and so the same act.
    /// </summary>
    /// <param name="differences">Of each person, what is said.</param>
    /// <param name="cancellationToken">Gives up, and then nothing is kept.</param>
    /// <param name="source">Who says it.</param>
    /// <param name="conseillerId">The counsellor to whom it was said; null otherwise.</param>
    public async Task GarderAsync(
        IReadOnlyCollection<Difference> differences, CancellationToken cancellationToken, SourceDonnees source = SourceDonnees.Import, string? conseillerId = null)
    {
        var now = clock.GetUtcNow().ToInstant();
        var ids = differences.Select(d => d.Dossier.Id).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, nameof(DonneesRecues), cancellationToken);

        // What waits first: what a journey takes in between is then in its dossier as well.
        var rows = (await db.Donnees.Where(d => ids.Contains(d.DossierId)).ToListAsync(cancellationToken)).ToLookup(d => d.DossierId);
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellationToken);
        foreach (var difference in differences)
        {
            var dossier = dossiers[difference.Dossier.Id];
            var waiting = DonneesEnAttente.EnOrdre(rows[dossier.Id]);
            var sum = DonneesEnAttente.Somme(dossier, waiting);
            var said = difference.Nouvelles.Where(v => (sum.GetValueOrDefault(v.Key) ?? Aucune(v.Key)) != v.Value).ToDictionary();
            if (said.Count == 0)
            {
                continue;
            }

            var (after, print) = ((waiting is [.., var last] ? last.Id : null) ?? dossier.DonneesId ?? dossier.Id, DonneesRecues.EmpreinteDe(said));
            var row = rows[dossier.Id].FirstOrDefault(d => d.Apres == after && d.Empreinte == print) ?? db.Donnees.Add(new()
            {
                DossierId = dossier.Id,
                Id = Guid.NewGuid().ToString("n"),
                Apres = after,
                Valeurs = said,
                Empreinte = print,
                Source = source,
                ConseillerId = conseillerId,
                RecuesLe = now,
            }).Entity;
            (row.EnAttente, row.RecuesLe) = (true, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
    }

    /// <summary>The same of what one person says, herself or to the counsellor <paramref name="conseillerId"/>.</summary>
    public Task GarderAsync(Dossier dossier, IReadOnlyDictionary<string, string> valeurs, string? conseillerId, CancellationToken cancellationToken) => GarderAsync(
        [new Difference(0, dossier, valeurs, [], [])], cancellationToken, conseillerId is null ? SourceDonnees.Personne : SourceDonnees.Conseiller, conseillerId);

    /// <summary>
    /// Says to a journey, in the order in which they were said, all the data that wait for it. Refused: it is closed, and they are gone; or it was
    /// interrupted, and they wait until it is taken up.
    /// </summary>
    public async Task<ReponseMoteur> EnvoyerAsync(string dossierId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        ReponseMoteur answer = new ReponseMoteur.Fait("Les données sont à jour.");

        // Asked for again after each: another may be sending them too, and the older must not be said after the newer.
        while (DonneesEnAttente.EnOrdre(await db.Donnees.AsNoTracking().Where(d => d.DossierId == dossierId && d.EnAttente).ToListAsync(cancellationToken)) is [var waiting, ..])
        {
            answer = await journeys.AgirAsync(dossierId, NomsParcours.FilPrincipal, Acte(waiting), cancellationToken);
            if (answer is not ReponseMoteur.Fait)
            {
                if (answer is not ReponseMoteur.Refuse)
                {
                    return answer;
                }

                // Said by who may no longer say it: it is dropped, and nothing waits behind it.
                if (waiting.Source is not SourceDonnees.Import && await db.Dossiers.AnyAsync(d => d.Id == dossierId && d.Statut == StatutDossier.Ouvert, cancellationToken))
                {
                    await db.Donnees.Where(d => d.DossierId == dossierId && d.Id == waiting.Id && d.EnAttente).ExecuteDeleteAsync(cancellationToken);
                    continue;
                }

                return await RefuserAsync(db, dossierId, cancellationToken);
            }

            // The decision says so too; but one that was taken before they were received again does not come back.
            await db.Donnees.Where(d => d.DossierId == dossierId && d.Id == waiting.Id && d.EnAttente)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.EnAttente, false), cancellationToken);
        }

        return answer;
    }

    /// <summary>What a datum that nobody said stands for: to say it is to say nothing new.</summary>
    private static string? Aucune(string nom) => Enum.Parse<DonneePersonne>(nom) switch
    {
        DonneePersonne.AccesSansMarche or DonneePersonne.LangueDesSignes => "non",
        DonneePersonne.LangueInterprete or DonneePersonne.Telephone or DonneePersonne.Courriel or DonneePersonne.Adresse or DonneePersonne.CodePostal or DonneePersonne.Ville => "",
        _ => null,
    };

    private Acte Acte(DonneesRecues donnees) => new()
    {
        Cle = donnees.Id,
        Acteur = donnees.Source switch
        {
            SourceDonnees.Personne => new(RoleActeur.Personne, donnees.DossierId),
            SourceDonnees.Conseiller => new(RoleActeur.Conseiller, donnees.ConseillerId!),
            _ => Acteur.Import,
        },
        Donnees = new()
        {
            Reference = donnees.Id,
            Lesquelles = [.. donnees.Valeurs.Keys.Select(Enum.Parse<DonneePersonne>).Order()],
            Source = donnees.Source,
            RecuesLe = donnees.RecuesLe,
            Commune = Commune(donnees),
            Territoire = Commune(donnees) is { } code && communes.ParCode(code) is { } commune ? territoires.De(commune)?.Code : null,
            Rsa = donnees.Valeurs.TryGetValue(nameof(DonneePersonne.Allocation), out var allocation) ? allocation == nameof(Allocation.Rsa) : null,
        },
    };

    private static string? Commune(DonneesRecues donnees) => donnees.Valeurs.GetValueOrDefault(nameof(DonneePersonne.Commune));

    private static async Task<ReponseMoteur> RefuserAsync(DossiersDbContext db, string dossierId, CancellationToken cancellationToken)
    {
        switch (await db.Dossiers.Where(d => d.Id == dossierId).Select(d => d.Statut).FirstAsync(cancellationToken))
        {
            case StatutDossier.Clos:
                await db.Donnees.Where(d => d.DossierId == dossierId && d.EnAttente).ExecuteDeleteAsync(cancellationToken);
                return new ReponseMoteur.Refuse(Clos);
            case StatutDossier.AOuvrir:
                return new ReponseMoteur.SansReponse();
            default:
                return new ReponseMoteur.Refuse($"son parcours est interrompu (« dossiers reprendre {dossierId} ») : ses données sont gardées, et seront prises à sa reprise.");
        }
    }
}
