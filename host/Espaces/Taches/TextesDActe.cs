using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>
/// Free text may name people: it stays in the case store, and only its reference goes to the journey. It is a draft until the journey has
/// taken the act: a refused act leaves nothing, a corrected text replaces the first, and the same post twice keeps one. Each act has texts
/// of its own: what becomes of one post of a form takes nothing from another.
/// </summary>
internal sealed class TextesDActe(IDbContextFactory<DossiersDbContext> contexts, TimeProvider clock, ILogger<TextesDActe> logger)
{
    /// <summary>The act of a form, with references in place of texts; and the texts by reference.</summary>
    public static (Acte Acte, Dictionary<string, string> Textes) Acte(Geste geste, IReadOnlyDictionary<string, string> values, Guid formulaire, string tacheId, Acteur acteur)
    {
        var written = geste.Champs.Where(c => c.Type is TypeChamp.Texte && values.ContainsKey(c.Nom)).Select(c => c.Nom).ToList();
        var cle = CleActe.De(formulaire, tacheId, geste.Code, values, written);
        var (references, textes) = (new Dictionary<string, string>(values), new Dictionary<string, string>());
        foreach (var champ in written)
        {
            references[champ] = $"{cle:n}-{champ}";
            textes[references[champ]] = values[champ];
        }

        return (new() { Cle = cle.ToString(), TacheId = tacheId, Geste = geste.Code, Acteur = acteur, Valeurs = references }, textes);
    }

    /// <summary>Writes the texts as drafts, over earlier drafts of the same act. False when one of them counts already, with other words.</summary>
    public Task<bool> GarderAsync(string dossierId, string flux, Acte acte, IReadOnlyDictionary<string, string> textes, CancellationToken cancellationToken) =>
        EcrireAsync(dossierId, textes, (db, id, texte, row) =>
        {
            if (row is null)
            {
                db.TextesLibres.Add(Brouillon(dossierId, flux, acte, id, texte));
            }
            else if (row.EnAttente is not null)
            {
                (row.Texte, row.CreeLe, row.Envois) = (texte, Maintenant, row.Envois + 1);
            }

            return row is null || row.EnAttente is not null || row.Texte == texte;
        }, cancellationToken);

    /// <summary>
    /// Done: the texts count, as they were when the journey took the act; false when that was with other words, of another post of it. Refused:
    /// they go, unless the same act was posted otherwise and may have been taken. Not known: they wait for the sweep.
    /// </summary>
    public async Task<bool> ConclureAsync(string dossierId, string flux, Acte acte, IReadOnlyDictionary<string, string> textes, ReponseMoteur answer)
    {
        try
        {
            return await EcrireAsync(dossierId, textes, (db, id, texte, row) =>
            {
                if (answer is ReponseMoteur.Fait)
                {
                    // Written again if it is gone: the sweep may just have asked, before the journey took it.
                    (row ?? db.TextesLibres.Add(Brouillon(dossierId, flux, acte, id, texte)).Entity).EnAttente = null;
                }
                else if (answer is ReponseMoteur.Refuse && row?.EnAttente is not null && --row.Envois == 0)
                {
                    db.TextesLibres.Remove(row);
                }

                return answer is not ReponseMoteur.Fait || row is null || row.Texte == texte;
            }, CancellationToken.None);
        }
        catch (Exception error) when (PanneDossiers.Est(error))
        {
            // What the journey answered stands; the sweep asks it again, and does what was not done here.
            logger.LogWarning(error, "The draft texts of act {Acte} on dossier {Dossier} wait for the sweep", acte.Cle, dossierId);
            return true;
        }
    }

    private Instant Maintenant => clock.GetUtcNow().ToInstant();

    private TexteLibre Brouillon(string dossierId, string flux, Acte acte, string id, string texte) => new()
    {
        Id = id,
        DossierId = dossierId,
        Flux = flux,
        AuteurRole = acte.Acteur.Role.ToString(),
        AuteurId = acte.Acteur.Id,
        Texte = texte,
        EnAttente = acte.Cle,
        Envois = 1,
        CreeLe = Maintenant,
    };

    /// <summary>Reads each text and writes what becomes of it, all in one transaction that no other post of the dossier comes between. True when each was.</summary>
    private async Task<bool> EcrireAsync(
        string dossierId, IReadOnlyDictionary<string, string> textes, Func<DossiersDbContext, string, string, TexteLibre?, bool> change, CancellationToken cancellationToken)
    {
        if (textes.Count == 0)
        {
            return true;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, dossierId, cancellationToken);
        var all = true;
        foreach (var (id, texte) in textes)
        {
            all &= change(db, id, texte, await db.TextesLibres.FindAsync([id], cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
        return all;
    }
}
