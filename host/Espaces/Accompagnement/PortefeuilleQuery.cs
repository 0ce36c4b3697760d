using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Espaces.Commun;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>Reads a portfolio, by next legal date; or, when a name is searched, the whole territory.</summary>
internal sealed class PortefeuilleQuery(IDbContextFactory<DossiersDbContext> contexts, RegistreCommunes communes)
{
    public const int Page = 50;

    private static readonly Instant Never = Instant.FromUtc(9999, 12, 31, 0, 0);

    public async Task<(int Total, IReadOnlyList<LignePortefeuille> Lignes)> LireAsync(Session session, string? nom, bool tous, int page)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var (id, territoire) = (session.Id, session.Territoire.Code);
        var dossiers = db.Dossiers.AsNoTracking().Where(d => d.Territoire == territoire);
        if (TexteDeRecherche.De(nom ?? "") is { Length: > 0 } search)
        {
            // « nom prénom » is stored; who types « prénom nom », or any one word of it, finds too.
            var words = search.Split(' ');
            var turned = string.Join(' ', words.Skip(1).Append(words[0]));
            var inside = " " + search;
            dossiers = dossiers.Where(d => d.NomRecherche.StartsWith(search) || d.NomRecherche.StartsWith(turned) || d.NomRecherche.Contains(inside));
        }
        else if (!string.IsNullOrWhiteSpace(nom))
        {
            // Signs without a letter are nobody's name.
            return (0, []);
        }
        else if (!tous)
        {
            dossiers = dossiers.Where(d => d.ReferentId == id && d.Statut != StatutDossier.Clos);
        }

        var total = await dossiers.CountAsync();
        page = Requete.DansLaListe(page, Page, total);
        var rows = await dossiers.OrderBy(d => d.ProchaineEcheance ?? Never).ThenBy(d => d.NomRecherche).Skip((page - 1) * Page).Take(Page)
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
