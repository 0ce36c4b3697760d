using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>
/// Free text may name people: it stays in the case store, and only its reference goes to the journey. It is a draft until the journey has
/// taken the act: a refused act leaves nothing, a corrected text replaces the first, and the same post twice keeps one.
/// </summary>
internal sealed class TextesDActe(IDbContextFactory<DossiersDbContext> contexts, TimeProvider clock, ILogger<TextesDActe> logger)
{
    /// <summary>The values as the journey takes them, with references in place of texts; and the texts by reference.</summary>
    public static (Dictionary<string, string> Valeurs, Dictionary<string, string> Textes) Separer(Geste geste, IReadOnlyDictionary<string, string> values, Guid formulaire)
    {
        var (references, textes) = (new Dictionary<string, string>(values), new Dictionary<string, string>());
        foreach (var champ in geste.Champs.Where(c => c.Type is TypeChamp.Texte && values.ContainsKey(c.Nom)))
        {
            references[champ.Nom] = $"{formulaire:n}-{champ.Nom}";
            textes[references[champ.Nom]] = values[champ.Nom];
        }

        return (references, textes);
    }

    /// <summary>Writes the texts as drafts, over earlier drafts of the same form. False when one of them counts already, with other words.</summary>
    public async Task<bool> GarderAsync(string dossierId, string flux, Acte acte, IReadOnlyDictionary<string, string> textes, CancellationToken cancellationToken)
    {
        var intact = true;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var (id, texte) in textes)
        {
            intact &= await EcrireAsync(db, dossierId, flux, acte, id, texte, acte.Cle, cancellationToken);
        }

        return intact;
    }

    /// <summary>Done: the texts count. Refused: they go. Not known: they wait for the sweep.</summary>
    public async Task ConclureAsync(string dossierId, string flux, Acte acte, IReadOnlyDictionary<string, string> textes, ReponseMoteur answer)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync();
            foreach (var (id, texte) in textes)
            {
                if (answer is ReponseMoteur.Fait)
                {
                    // Written again if it is gone: the same post, refused a moment before, may just have taken it away.
                    await EcrireAsync(db, dossierId, flux, acte, id, texte, null, CancellationToken.None);
                }
                else if (answer is ReponseMoteur.Refuse)
                {
                    await db.TextesLibres.Where(t => t.Id == id && t.EnAttente == acte.Cle).ExecuteDeleteAsync();
                }
            }
        }
        catch (Exception error) when (PanneDossiers.Est(error))
        {
            // What the journey answered stands; the sweep asks it again, and does what was not done here.
            logger.LogWarning(error, "The draft texts of act {Acte} on dossier {Dossier} wait for the sweep", acte.Cle, dossierId);
        }
    }

    private async Task<bool> EcrireAsync(
        DossiersDbContext db, string dossierId, string flux, Acte acte, string id, string texte, string? enAttente, CancellationToken cancellationToken)
    {
        var drafts = db.TextesLibres.Where(t => t.Id == id && t.EnAttente != null);
        Task<int> ReplaceAsync() => drafts.ExecuteUpdateAsync(set => set.SetProperty(t => t.Texte, texte).SetProperty(t => t.EnAttente, enAttente), cancellationToken);
        if (await ReplaceAsync() > 0)
        {
            return true;
        }

        var known = await db.TextesLibres.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (known is not null)
        {
            return known.Texte == texte;
        }

        var row = db.TextesLibres.Add(new()
        {
            Id = id,
            DossierId = dossierId,
            Flux = flux,
            AuteurRole = acte.Acteur.Role.ToString(),
            AuteurId = acte.Acteur.Id,
            Texte = texte,
            EnAttente = enAttente,
            CreeLe = clock.GetUtcNow().ToInstant(),
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (Exception error) when (error is DossiersException { Motif: MotifDossiers.DejaLa } or DbUpdateException)
        {
            // The same post came twice at once, and the other was first. Anything else finds no such text and is thrown again.
            row.State = EntityState.Detached;
            if (await ReplaceAsync() > 0 || await db.TextesLibres.AnyAsync(t => t.Id == id && t.Texte == texte, cancellationToken))
            {
                return true;
            }

            throw;
        }
    }
}
