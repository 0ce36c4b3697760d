using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Writes a projection into rows: the one way from a decision to the case store, when it is taken, rebuilt or verified.</summary>
internal static class Projecteur
{
    public static async Task AppliquerAsync(ILignes lignes, Dossier dossier, ProjectionDossier projection, Instant le)
    {
        if (projection.Flux == NomsParcours.FilPrincipal)
        {
            dossier.Projection = projection.Sequence;
            var territoire = dossier.Territoire;
            dossier.Situer(projection.Avancement, le);
            if (dossier.Territoire != territoire)
            {
                // Tasks are found by the territory of their dossier.
                foreach (var tache in await lignes.TachesAsync(dossier.Id))
                {
                    tache.Territoire = dossier.Territoire;
                }
            }

            await RenseignerAsync(lignes, dossier, projection.Donnees);
        }

        foreach (var fait in projection.Faits)
        {
            await lignes.TrouverAsync(() => fait.EnLigne(projection), dossier.Id, projection.Flux, projection.Epoque, fait.Sequence);
        }

        foreach (var fil in projection.Fils)
        {
            if (fil.Separe && fil.FilId != projection.Flux)
            {
                // Its own workflow tells what follows.
                await lignes.TrouverAsync(() => fil.EnLigne(dossier.Id), dossier.Id, fil.FilId);
                continue;
            }

            (await lignes.TrouverAsync(() => new FilDossier { DossierId = dossier.Id, Id = fil.FilId }, dossier.Id, fil.FilId)).Suivre(fil);
        }

        foreach (var tache in projection.Taches)
        {
            (await lignes.TrouverAsync(() => new Tache { DossierId = dossier.Id, Id = tache.TacheId }, dossier.Id, tache.TacheId))
                .Suivre(tache, projection.Flux, dossier.Territoire);
        }

        foreach (var rendezVous in projection.RendezVous)
        {
            (await lignes.TrouverAsync(() => new RendezVous { DossierId = dossier.Id, Id = rendezVous.RendezVousId }, dossier.Id, rendezVous.RendezVousId))
                .Suivre(rendezVous);
        }

        foreach (var semaine in projection.Semaines)
        {
            (await lignes.TrouverAsync(() => new SemaineActivite { DossierId = dossier.Id, Lundi = semaine.Lundi }, dossier.Id, semaine.Lundi))
                .Suivre(semaine);
        }

        foreach (var contrat in projection.Contrats)
        {
            (await lignes.TrouverAsync(() => new Contrat { DossierId = dossier.Id, Id = contrat.ContratId }, dossier.Id, contrat.ContratId)).Suivre(contrat);
            foreach (var ligne in contrat.Lignes)
            {
                await lignes.TrouverAsync(() => ligne.EnLigne(dossier.Id, contrat.ContratId), dossier.Id, contrat.ContratId, ligne.Ordre);
            }
        }

        foreach (var etape in projection.Ruban)
        {
            (await lignes.TrouverAsync(() => new EtapeParcours { DossierId = dossier.Id, NoeudId = etape.NoeudId }, dossier.Id, etape.NoeudId)).Suivre(etape);
        }
    }

    /// <summary>Data of the person come into force. Those that the store lost leave what it shows as it is; its verification says so.</summary>
    private static async ValueTask RenseignerAsync(ILignes lignes, Dossier dossier, string? reference)
    {
        if (reference is null)
        {
            return;
        }

        dossier.DonneesId = reference;
        if (await lignes.DonneesAsync(dossier.Id, reference) is { } recues)
        {
            recues.EnAttente = false;
            if (reference == dossier.Id)
            {
                ValeursPersonne.Vider(dossier);
            }

            ValeursPersonne.Poser(dossier, recues.Valeurs);
        }
    }
}
