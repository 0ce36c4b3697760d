using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Espaces.Commun;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>Reads a portfolio, by next legal date; or, when a name is searched, the whole territory.</summary>
internal sealed class PortefeuilleQuery(IDbContextFactory<DossiersDbContext> contexts, RegistreCommunes communes)
{
    public const int Page = 50;

    public async Task<(int Total, IReadOnlyList<LignePortefeuille> Lignes)> LireAsync(Session session, string? nom, bool tous, int page)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var (id, territoire) = (session.Id, session.Territoire.Code);
        var dossiers = db.Dossiers.AsNoTracking().Where(d => d.Territoire == territoire);
        if (TexteDeRecherche.De(nom ?? "") is { Length: > 0 } search)
        {
            dossiers = RechercheDossiers.Filtrer(dossiers, search);
        }
        else if (!string.IsNullOrWhiteSpace(nom))
        {
            // Signs without a letter are nobody's name.
            return (0, []);
        }
        else if (!tous)
        {
            dossiers = dossiers.Where(d => d.ReferentId == id && (d.Statut == StatutDossier.AOuvrir || d.Statut == StatutDossier.Ouvert));
        }

        var total = await dossiers.CountAsync();
        page = Requete.DansLaListe(page, Page, total);

        // The order is all in an index: a far page skips entries of it, and reads its own rows only.
        var ids = await dossiers.OrderBy(d => d.EcheanceDeTri).ThenBy(d => d.NomRecherche).ThenBy(d => d.Id).Skip((page - 1) * Page).Take(Page).Select(d => d.Id).ToListAsync();
        var rows = await db.Dossiers.AsNoTracking().Where(d => ids.Contains(d.Id))
            .OrderBy(d => d.EcheanceDeTri).ThenBy(d => d.NomRecherche).ThenBy(d => d.Id)
            .Select(d => new
            {
                d.Id,
                Nom = d.Prenom + " " + d.Nom,
                d.CommuneInsee,
                d.Statut,
                d.EtapeCourante,
                d.ProchaineEcheanceObjet,
                d.ProchaineEcheanceJour,
                d.ProchaineEcheance,
                Referent = db.Conseillers.Where(c => c.Id == d.ReferentId).Select(c => c.Prenom + " " + c.Nom).FirstOrDefault(),
            })
            .ToListAsync();
        return (total, [.. rows.Select(r => new LignePortefeuille(
            r.Id, r.Nom, communes.ParCode(r.CommuneInsee)?.Nom ?? r.CommuneInsee, r.Statut, r.EtapeCourante, r.ProchaineEcheanceObjet, r.ProchaineEcheanceJour,
            r.ProchaineEcheance, r.Referent))]);
    }
}
