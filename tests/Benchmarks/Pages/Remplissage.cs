using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Population;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Benchmarks.Pages;

/// <summary>
/// A store after years: the dossiers shared by the twenty seeded counsellors, with a tenth of the tasks open and some escalated. The rows
/// are as heavy as those that a journey projects. Few counsellors make the inboxes large: thousands of open tasks each.
/// </summary>
internal sealed class Remplissage(DossiersDbContext db, int dossiers, int seed)
{
    private const int TachesParDossier = 10;
    private const int FaitsParDossier = 20;
    private const int EtapesParDossier = 8;

    private static readonly Instant Maintenant = SystemClock.Instance.GetCurrentInstant();

    private static readonly IReadOnlyList<Geste> Gestes =
        [.. Enumerable.Range(0, 3).Select(i => new Geste { Code = $"geste-{i}", Libelle = "Valider les heures déclarées de la semaine", Principal = i == 0, Champs = [new Champ { Nom = "commentaire", Libelle = "Ce que vous avez constaté, en quelques mots", Type = TypeChamp.Texte }] })];

#pragma warning disable CA5394 // Not for secrets: the same seed must give the same store.
    private readonly Random hasard = new(seed);
    private readonly NomsCourants noms = NomsCourants.Lire();

    public async Task RemplirAsync()
    {
        var conseillers = await db.Conseillers.AsNoTracking().Where(c => !c.Encadrant).OrderBy(c => c.Id).ToListAsync();
        await using var ecriture = await Ecriture.CommencerAsync(db, null, default);
        var (personnes, taches, faits) = (new Insertion<Dossier>(db), new Insertion<Tache>(db), new Insertion<Fait>(db));
        var (etapes, rendezVous) = (new Insertion<EtapeParcours>(db), new Insertion<RendezVous>(db));
        var ecrits = new List<Dossier>();
        for (var rang = 0; rang < dossiers; rang++)
        {
            var referent = conseillers[hasard.Next(conseillers.Count)];
            var dossier = Personne(rang, referent);
            ecrits.Add(dossier);
            await personnes.AddAsync(dossier);
            if (ecrits.Count == 500 || rang == dossiers - 1)
            {
                await personnes.EndAsync();
                foreach (var d in ecrits)
                {
                    await taches.AddAsync(Enumerable.Range(0, TachesParDossier).Select(n => UneTache(d, n)));
                    await faits.AddAsync(Enumerable.Range(1, FaitsParDossier).Select(n => UnFait(d, n)));
                    await etapes.AddAsync(Enumerable.Range(0, EtapesParDossier).Select(n => UneEtape(d, n)));
                    await rendezVous.AddAsync(UnRendezVous(d, 0), UnRendezVous(d, 1));
                }

                ecrits.Clear();
            }
        }

        await taches.EndAsync();
        await faits.EndAsync();
        await etapes.EndAsync();
        await rendezVous.EndAsync();
        await ecriture.ValiderAsync(default);
    }

    private Dossier Personne(int rang, Conseiller referent)
    {
        var echeance = hasard.Next(20) == 0 ? (Instant?)null : Maintenant + Duration.FromHours(hasard.Next(-200, 2000));
        var (nom, prenom) = (noms.Noms[hasard.Next(noms.Noms.Length)], noms.Feminins[hasard.Next(noms.Feminins.Length)]);
        var inscrit = Maintenant - Duration.FromDays(hasard.Next(30, 900));
        var parole = Maintenant - Duration.FromDays(hasard.Next(1, 60));
        return new()
        {
            Id = $"d{rang:00000000}",
            Nom = nom,
            Prenom = prenom,
            NomRecherche = TexteDeRecherche.De($"{nom} {prenom}"),
            DateNaissance = new LocalDate(1990, 1, 1).PlusDays(hasard.Next(8000)),
            CommuneInsee = "69123",
            Territoire = referent.Territoire,
            ReferentId = referent.Id,
            SituationJson = $"{{\"detail\":\"{new string('x', 600)}\"}}",
            ModeleId = "national",
            ModeleVersion = 1,
            Statut = hasard.Next(10) == 0 ? StatutDossier.Clos : StatutDossier.Ouvert,
            InscritLe = inscrit,
            ProchaineEcheance = echeance,
            EcheanceDeTri = echeance ?? Consequences.Jamais,
            ProchaineEcheanceJour = echeance?.InUtc().Date,
            ProchaineEcheanceObjet = "revue périodique",
            EtapeCourante = "Suivi des activités",
            DerniereParole = parole,
            DernierSigne = parole > inscrit ? parole : inscrit,
        };
    }

    private Tache UneTache(Dossier dossier, int rang)
    {
        var ouverte = rang == 0 && dossier.Statut is StatutDossier.Ouvert;
        var enFile = ouverte && hasard.Next(20) == 0;
        var echeance = Maintenant + Duration.FromHours(hasard.Next(-100, 1000));
        return new()
        {
            DossierId = dossier.Id,
            Id = $"{dossier.Id}-{rang}",
            NoeudId = "suivi",
            Etape = "Parcours.SuiviActivites",
            Nature = "valider-heures",
            Libelle = "valider 15 h déclarées",
            Territoire = dossier.Territoire,
            ResponsableRole = RoleActeur.Conseiller,
            ResponsableId = enFile ? null : dossier.ReferentId,
            ResponsableFile = enFile ? dossier.Territoire : null,
            Echeance = echeance,
            EcheanceJour = echeance.InUtc().Date,
            EcheanceMotif = "sept jours depuis la déclaration",
            OuverteLe = Maintenant - Duration.FromDays(rang + 1),
            Statut = ouverte ? StatutTache.Ouverte : StatutTache.Faite,
            CloseLe = ouverte ? null : Maintenant - Duration.FromDays(rang),
            Escaladee = ouverte && hasard.Next(50) == 0,
            Gestes = Gestes,
        };
    }

    private Fait UnFait(Dossier dossier, int rang) => new()
    {
        DossierId = dossier.Id,
        Flux = "accompagnement",
        Epoque = 1,
        Decision = rang,
        FilId = "accompagnement",
        Sequence = rang,
        Le = Maintenant - Duration.FromDays(FaitsParDossier - rang + 1),
        Code = "activites.declarees",
        Phrase = "La personne déclare 15 h d’activité pour la semaine du 16 novembre : atelier, candidature, immersion.",
        BaseLegale = "L. 5411-6 du code du travail",
        AuteurRole = hasard.Next(2) == 0 ? RoleActeur.Personne : RoleActeur.Conseiller,
        AuteurId = dossier.Id,
        NoeudId = "suivi",
    };

    private EtapeParcours UneEtape(Dossier dossier, int rang) => new()
    {
        DossierId = dossier.Id,
        Ordre = rang,
        NoeudId = $"n{rang}",
        Type = rang == 2 ? "Parcours.PremierRendezVous" : "Parcours.Autre",
        Titre = "Une étape du parcours",
        Statut = rang < 5 && (rang != 2 || hasard.Next(10) > 0) ? StatutEtape.Faite : StatutEtape.AVenir,
    };

    private RendezVous UnRendezVous(Dossier dossier, int rang)
    {
        var debut = Maintenant + Duration.FromHours(rang == 0 ? -hasard.Next(2000) : hasard.Next(2000));
        return new()
        {
            DossierId = dossier.Id,
            Id = $"r{rang}",
            Objet = "Entretien",
            Debut = debut,
            Fin = debut + Duration.FromHours(1),
            ConseillerId = dossier.ReferentId,
            Statut = rang == 0 ? StatutRendezVous.Honore : StatutRendezVous.Confirme,
        };
    }
}
