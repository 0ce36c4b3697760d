using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Modeles;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Taches;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Espaces.Demarches;

/// <summary>Reads what whoever asks may open on a dossier, from the template that it follows.</summary>
internal sealed class DemarchesQuery(IDbContextFactory<DossiersDbContext> contexts, ModelesPublies modeles, CatalogueEtapes catalogue, Offre offre)
{
    /// <summary>Empty when the dossier is not the session's to see, or its journey does not run.</summary>
    public async Task<IReadOnlyList<DemarcheOuvrable>> LireAsync(Session session, string dossierId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var dossier = await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == dossierId && d.Statut == StatutDossier.Ouvert, cancellationToken);
        if (dossier is null || !offre.AgitPour(dossier))
        {
            return [];
        }

        var role = session.ActeurPour(session.EstPersonne ? RoleActeur.Personne : RoleActeur.Conseiller).Role.ToString();
        var ouverts = await db.Fils.AsNoTracking().Where(f => f.DossierId == dossierId && f.ClosLe == null).Select(f => f.Type).ToListAsync(cancellationToken);
        return await modeles.ChercherAsync(db, dossier.ModeleId, dossier.ModeleVersion, cancellationToken) is not { } modele ? [] :
        [
            .. from fil in modele.Fils
               where fil.Ouvreurs.Contains(role) && (fil.Depuis.Count == 0 || fil.Depuis.Contains(dossier.NoeudId ?? ""))
               let entree = modele.Noeuds.First(n => n.Id == fil.Entree)
               let demarche = catalogue.Trouver(entree.Type)?.Demarche
               where demarche is not null
               select new DemarcheOuvrable(fil.Id, demarche, demarche.Champs(offre.PourQui(dossier)), EnCours: ouverts.Count(t => t == fil.Id) >= fil.Max),
        ];
    }
}
