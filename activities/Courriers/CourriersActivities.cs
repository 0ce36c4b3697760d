using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Observation;
using FranceTravail.Parcours.Activities.Partenaires;
using FranceTravail.Parcours.Activities.Partenaires.Messages;
using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using Temporalio.Activities;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Courriers;

/// <summary>
/// Writes, files, records and sends letters. Each stage leaves a trace that the next try goes on from: the file bears the name of the key,
/// the row is unique by key, and the partner knows the key too.
/// </summary>
internal sealed class CourriersActivities(
    IDbContextFactory<DossiersDbContext> contexts,
    MessagesClient messages,
    ActivitiesOptions options,
    ModelesLiquid modeles,
    TimeProvider clock,
    ILogger<CourriersActivities> logger)
{
    /// <summary>Failure type of a letter that no retry can write.</summary>
    public const string CourrierImpossible = nameof(CourrierImpossible);

    [Activity("EnvoyerCourrier")]
    public async Task<CourrierEnvoye> EnvoyerAsync(Appel<EnvoiCourrier> envoi)
    {
        var issue = "echec";
        try
        {
            var courrier = await RecordAsync(envoi, ActivityCancellation.Token);
            if (courrier.Preuve is not null)
            {
                issue = "deja-envoye";
                return new CourrierEnvoye { Preuve = courrier.Preuve, RecuLe = courrier.RecuLe };
            }

            var envoye = await SendAsync(courrier, ActivityCancellation.Token);
            issue = "envoye";
            return envoye;
        }
        catch (LettreImpossibleException error)
        {
            issue = "impossible";
            throw new ApplicationFailureException(error.Message, error, CourrierImpossible, nonRetryable: true);
        }
        catch (ApplicationFailureException error) when (error.NonRetryable)
        {
            issue = "refuse";
            throw;
        }
        finally
        {
            Mesures.Courriers.Add(1, new("modele", modeles.Connait(envoi.Contenu.Modele) ? envoi.Contenu.Modele : "inconnu"), new("canal", envoi.Contenu.Canal.ToString()), new("issue", issue));
        }
    }

    private async Task<Courrier> RecordAsync(Appel<EnvoiCourrier> envoi, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Courriers.AsNoTracking().FirstOrDefaultAsync(c => c.Cle == envoi.Cle, cancellationToken);
        if (known?.Preuve is not null)
        {
            return known;
        }

        var fichier = new FichierCourrier(options.CourriersDirectory, envoi.DossierId, envoi.Contenu.Modele, envoi.Cle);
        if (known is not null && await fichier.EstAsync(known.Empreinte, cancellationToken))
        {
            // A try that was cut may have handed it over, and the partner answers for what it took first: whatever changed since, this text was sent.
            return known;
        }

        var le = known?.CreeLe ?? clock.GetUtcNow().ToInstant();
        var lettre = await WriteAsync(db, envoi, le, cancellationToken);
        await fichier.EcrireAsync(lettre.Html, cancellationToken);

        // The disk was written outside the lock that all writers of the store share; another try may have come first since.
        await using var ecriture = await Ecriture.CommencerAsync(db, envoi.DossierId, cancellationToken);
        var courrier = await db.Courriers.FirstOrDefaultAsync(c => c.Cle == envoi.Cle, cancellationToken) ?? db.Courriers.Add(new Courrier
        {
            Id = fichier.Id,
            DossierId = envoi.DossierId,
            Cle = envoi.Cle,
            Modele = envoi.Contenu.Modele,
            Canal = envoi.Contenu.Canal,
            Objet = lettre.Objet,
            Fichier = fichier.Relatif,
            CreeLe = le,
        }).Entity;
        var empreinte = FichierCourrier.Empreinte(lettre.Html);
        if (courrier.Empreinte.Length > 0 && courrier.Empreinte != empreinte)
        {
            logger.LogWarning("The file of letter {Letter} was lost before its proof came, and what is written now differs from it: the partner may hold the first", courrier.Id);
        }

        (courrier.Empreinte, courrier.Objet) = (empreinte, lettre.Objet);
        await db.SaveChangesAsync(cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
        return courrier;
    }

    private async Task<Lettre> WriteAsync(DossiersDbContext db, Appel<EnvoiCourrier> envoi, Instant le, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == envoi.DossierId, cancellationToken)
            ?? throw DossierInconnu.Echec(envoi.DossierId);
        var referent = await db.Conseillers.AsNoTracking().FirstOrDefaultAsync(c => c.Id == dossier.ReferentId, cancellationToken);
        var contrat = envoi.Contenu.Donnees.TryGetValue("version", out var texte) && int.TryParse(texte, out var version)
            ? await db.Contrats.AsNoTracking().Include(c => c.Lignes).FirstOrDefaultAsync(c => c.DossierId == dossier.Id && c.Version == version, cancellationToken)
            : null;
        var signataire = await NommeAsync("signataire");
        List<string> references = [.. envoi.Contenu.Donnees.Values, .. (contrat?.Lignes ?? []).Select(l => l.TexteId).OfType<string>()];
        var textes = await db.TextesLibres.AsNoTracking().Where(t => t.DossierId == dossier.Id && references.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Texte, cancellationToken);
        return Redacteur.Rediger(modeles, envoi.Contenu, dossier, referent, contrat, le, signataire, textes, await NommeAsync("receveur"));

        async Task<Conseiller?> NommeAsync(string donnee) => envoi.Contenu.Donnees.TryGetValue(donnee, out var compte)
            ? await db.Conseillers.AsNoTracking().FirstOrDefaultAsync(c => c.Id == compte, cancellationToken)
            : null;
    }

    private async Task<CourrierEnvoye> SendAsync(Courrier courrier, CancellationToken cancellationToken)
    {
        var depot = await RefusPartenaire.EstDefinitifAsync(_ => messages.EnvoyerAsync(
            courrier.Cle, courrier.DossierId, courrier.Canal.ToString(), courrier.Modele, courrier.Fichier, cancellationToken));
        var now = clock.GetUtcNow().ToInstant();
        var recuLe = depot.RecuLe?.ToInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, courrier.DossierId, cancellationToken);
        await db.Courriers.Where(c => c.Id == courrier.Id && c.Preuve == null).ExecuteUpdateAsync(
            c => c.SetProperty(x => x.Preuve, depot.Preuve).SetProperty(x => x.RecuLe, recuLe).SetProperty(x => x.EnvoyeLe, now), cancellationToken);
        db.Toucher(Sujets.Dossier(courrier.DossierId));
        await ecriture.ValiderAsync(cancellationToken);
        return new CourrierEnvoye { Preuve = depot.Preuve, RecuLe = recuLe };
    }
}
