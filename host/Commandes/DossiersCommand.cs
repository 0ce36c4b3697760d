using System.CommandLine;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;
using Microsoft.EntityFrameworkCore;
using Temporalio.Client;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>
/// <c>dossiers verifier|reconstruire|reprendre [DOSSIER …]</c>, <c>relire</c>, <c>rattacher</c>: holds the case store against the histories, rebuilds it from
/// them, takes up journeys that were interrupted. Beside a running product; without a name, for all.
/// </summary>
internal static class DossiersCommand
{
    /// <summary>Where all are gone through; of one that is named, all is said.</summary>
    private const int LignesParDossier = 5;

    public static Command Create(CommonOptions common) => new("dossiers", "Compare la base des dossiers aux historiques des parcours, et la rebâtit à partir d’eux. Sans DOSSIER : tous les dossiers.")
    {
        Action(common, "verifier", "Dit où la base et les historiques diffèrent. L’identité des personnes, les textes écrits et les titres des lettres ne sont pas comparés. Code de sortie 0 quand rien ne diffère.", _ => UsageBase.Lire, VerifierAsync),
        Action(common, "reconstruire", "Rebâtit ce que la base montre à partir des historiques.", tout => tout ? UsageBase.RebatirTout : UsageBase.Rebatir, ReconstruireAsync),
        Action(common, "reprendre", "Reprend à sa dernière décision un parcours, ou un de ses fils séparés, annulé, interrompu ou en échec, et, si DOSSIER le nomme, celui qui n’avance plus ; recommence celui que le moteur ne connaît plus.", _ => UsageBase.Ecrire, ReprendreAsync),
        Rattacher(common),
        RelireCommand.Create(common),
    };

    private static Command Action(CommonOptions common, string nom, string description, Func<bool, UsageBase> usage, Func<Travail, CancellationToken, Task<int>> faire)
    {
        var dossiers = new Argument<string[]>("DOSSIER") { Description = "Identifiant, ou plusieurs ; sans lui : tous les dossiers.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(nom, description) { dossiers };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var nommes = parsed.GetValue(dossiers) is { Length: > 0 } ids ? ids : null;
            await using var services = await CommandServices.OuvrirAsync(common.Read(parsed, CommonOptions.Settings()), usage(nommes is null), cancellationToken);
            var client = services.GetRequiredService<ITemporalClient>();
            return await CommandServices.AvecMoteurAsync(
                services,
                async () => await faire(
                    new Travail(services, client, nommes ?? await services.GetRequiredService<Verificateur>().TousAsync(client, cancellationToken), nommes is null, parsed.InvocationConfiguration.Output),
                    cancellationToken),
                cancellationToken);
        });
        return command;
    }

    private static Command Rattacher(CommonOptions common)
    {
        var command = new Command("rattacher", "Dit que cette base et le moteur qui répond vont désormais ensemble : l’un des deux a été perdu, remplacé, ou rendu par une sauvegarde.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await CommandServices.OuvrirAsync(common.Read(parsed, CommonOptions.Settings()), UsageBase.Rattacher, cancellationToken);
            if (!await services.GetRequiredService<LienMoteur>().RattacherAsync(cancellationToken))
            {
                throw CommandServices.SansMoteur(null);
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                $"La base appartient au moteur qui répond à {services.GetRequiredService<ITemporalClient>().Connection.Options.TargetHost}. Pour voir ce qu’il ne connaît pas : dossiers verifier.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<int> VerifierAsync(Travail travail, CancellationToken cancellationToken)
    {
        var (pertes, inconnus, aRebatir, aReprendre) = (0, 0, false, false);
        var ecarts = await PasserAsync(travail, ComparerAsync, cancellationToken) - pertes - inconnus;
        if (pertes > 0)
        {
            await travail.Sortie.WriteLineAsync($"{Francais.Compte(pertes, "dossier a perdu", "dossiers ont perdu")} ce qu’aucun historique ne garde : seule une sauvegarde de la base peut le rendre.");
        }

        var verifies = travail.Dossiers.Count - inconnus;
        await travail.Sortie.WriteLineAsync(ecarts == 0
            ? $"{Francais.Compte(verifies, "dossier vérifié", "dossiers vérifiés")}{(verifies > 0 ? " : aucun écart." : ".")}"
            : $"{Francais.Compte(ecarts, "dossier diffère", "dossiers diffèrent")} sur {verifies}.{Remedes()}");
        var ouvrables = !travail.EstTout || await DossiersAOuvrir.DireAsync(travail.Services, travail.Sortie, cancellationToken);
        return ecarts + pertes + inconnus == 0 && ouvrables ? ExitCodes.Ok : ExitCodes.Refusal;

        async Task<bool> ComparerAsync(ConstatDossier constat)
        {
            await DireInconnuAsync(travail, constat, "n’est pas vérifié");
            if (constat.Concordance == Concordance.Egale)
            {
                return true;
            }

            await travail.Sortie.WriteLineAsync($"{constat.DossierId} : {Dire(constat.Concordance)}");
            await DireAsync(constat.Ecarts, "autre écart", "autres écarts");
            await DireAsync([.. constat.DonneesPerdues.Select(p => $"perdu, à reprendre d’une sauvegarde : {p}")], "autre perte", "autres pertes");
            foreach (var flux in constat.Bloques)
            {
                await travail.Sortie.WriteLineAsync($"  {DireBloque(constat.DossierId, flux)}");
            }

            if (constat.Impossible is { } impossible)
            {
                await travail.Sortie.WriteLineAsync($"  {impossible}");
            }

            pertes += constat.Concordance == Concordance.Incomplete ? 1 : 0;
            inconnus += constat.Concordance == Concordance.Inconnue ? 1 : 0;
            aRebatir |= constat.Concordance is Concordance.Differente or Concordance.SansDossier;
            aReprendre |= constat.Interrompus.Count + constat.Perdus.Count > 0;

            return false;
        }

        // What fits what was found, and nothing else.
        string Remedes() => (aRebatir, aReprendre) switch
        {
            (true, true) => " Pour rebâtir : dossiers reconstruire ; pour reprendre : dossiers reprendre.",
            (true, false) => " Pour rebâtir : dossiers reconstruire.",
            (false, true) => " Pour reprendre : dossiers reprendre.",
            _ => "",
        };

        async Task DireAsync(IReadOnlyList<string> lignes, string une, string plusieurs)
        {
            var dites = travail.EstTout ? LignesParDossier : lignes.Count;
            foreach (var ligne in lignes.Take(dites))
            {
                await travail.Sortie.WriteLineAsync($"  {ligne}");
            }

            if (lignes.Count > dites)
            {
                await travail.Sortie.WriteLineAsync($"  et {Francais.Compte(lignes.Count - dites, une, plusieurs)} : dossiers verifier avec son identifiant les dit tous.");
            }
        }
    }

    private static async Task<int> ReconstruireAsync(Travail travail, CancellationToken cancellationToken)
    {
        var (reconstructeur, refaits) = (travail.Services.GetRequiredService<Reconstructeur>(), 0);
        var restes = await PasserAsync(travail, RebatirAsync, cancellationToken);
        if (travail.EstTout)
        {
            // Whichever of both was older, the store now shows what this engine holds.
            await travail.Services.GetRequiredService<LienMoteur>().RattacherAsync(cancellationToken);
        }

        await travail.Sortie.WriteLineAsync($"{Francais.Compte(refaits, "dossier rebâti", "dossiers rebâtis")} sur {travail.Dossiers.Count}.");
        return restes == 0 ? ExitCodes.Ok : ExitCodes.Refusal;

        async Task<bool> RebatirAsync(ConstatDossier constat)
        {
            var id = constat.DossierId;
            switch (constat.Concordance)
            {
                case Concordance.Differente or Concordance.SansDossier:
                    await reconstructeur.RebatirToutAsync(travail.Client, id, cancellationToken);
                    refaits++;
                    var apres = await travail.Services.GetRequiredService<Verificateur>().VerifierAsync(travail.Client, id, cancellationToken);
                    var differe = apres.Concordance is Concordance.Differente;
                    await travail.Sortie.WriteLineAsync($"{id} : rebâti{(differe ? ", et diffère encore ; dossiers verifier dit où" : "")}.");
                    await DireInconnuAsync(travail, apres, "reste tel que la base le montre");
                    return !differe;
                case Concordance.Incomplete:
                    await travail.Sortie.WriteLineAsync($"{id} : rien à rebâtir ; ce qui y est perdu, seule une sauvegarde peut le rendre.");
                    return true;
                case Concordance.Inconnue:
                    await travail.Sortie.WriteLineAsync($"{id} : {Dire(constat.Concordance)}");
                    return false;
                case Concordance.SansParcours or Concordance.SansFil:
                    await travail.Sortie.WriteLineAsync($"{id} : {Dire(constat.Concordance)} Rien n’a été changé ; pour le recommencer : dossiers reprendre {id}");
                    return false;
                default:
                    return true;
            }
        }
    }

    private static async Task<int> ReprendreAsync(Travail travail, CancellationToken cancellationToken)
    {
        var (recommencement, repris, sains) = (travail.Services.GetRequiredService<Recommencement>(), 0, 0);
        var inconnus = await PasserAsync(travail, ReprendreUnAsync, cancellationToken);
        await travail.Sortie.WriteLineAsync($"{Francais.Compte(repris, "parcours repris", "parcours repris")} sur {travail.Dossiers.Count}."
            + (sains == 0 ? "" : $" Rien à reprendre pour {Francais.Compte(sains, "dossier", "dossiers")} : le parcours tourne, ou est clos."));
        var ouvrables = !travail.EstTout || await DossiersAOuvrir.DireAsync(travail.Services, travail.Sortie, cancellationToken);
        return inconnus == 0 && ouvrables ? ExitCodes.Ok : ExitCodes.Refusal;

        async Task<bool> ReprendreUnAsync(ConstatDossier constat)
        {
            var id = constat.DossierId;
            if (constat.Concordance is Concordance.Inconnue or Concordance.SansDossier)
            {
                await travail.Sortie.WriteLineAsync($"{id} : {Dire(constat.Concordance)}");
                return false;
            }

            if (constat.Impossible is { } impossible)
            {
                await travail.Sortie.WriteLineAsync($"{id} : {impossible} Un programme corrigé, ou une base entière, le poursuit de lui-même.");
            }

            if (constat.Interrompus.Count + constat.Perdus.Count + constat.Bloques.Count == 0)
            {
                if (constat.Impossible is not null)
                {
                    return false;
                }

                sains++;
                if (!travail.EstTout)
                {
                    await travail.Sortie.WriteLineAsync($"{id} : rien à reprendre, {(await EstClosAsync(travail, id, cancellationToken) ? "son parcours est clos" : "son parcours tourne")}.");
                }

                return true;
            }

            foreach (var flux in constat.Interrompus)
            {
                if (await Reprise.ReprendreAsync(travail.Client, id, flux))
                {
                    await travail.Sortie.WriteLineAsync($"{Qui(id, flux)} : repris à sa dernière décision.");
                    repris++;
                }
            }

            foreach (var flux in constat.Bloques)
            {
                // What was sent since its last decision goes with it: of one that is named only.
                var debloque = !travail.EstTout && await Reprise.DebloquerAsync(travail.Client, id, flux);
                await travail.Sortie.WriteLineAsync(debloque ? $"{Qui(id, flux)} : arrêté, et repris à sa dernière décision, sans ce qui lui avait été envoyé depuis." : DireBloque(id, flux));
                repris += debloque ? 1 : 0;
            }

            if (constat.Perdus.Contains(NomsParcours.FilPrincipal))
            {
                await recommencement.ParcoursAsync(travail.Client, id, cancellationToken);
                await travail.Sortie.WriteLineAsync($"{id} : le parcours recommence ; ce qu’il avait établi reste, marqué.");
                repris++;
                return true;
            }

            foreach (var fil in constat.Perdus)
            {
                var recommence = await recommencement.FilAsync(travail.Client, id, fil, cancellationToken);
                await travail.Sortie.WriteLineAsync($"{Qui(id, fil)} : {recommence switch
                {
                    true => "recommence ; ce qu’il avait établi reste, marqué.",
                    false => "son parcours ne l’a jamais ouvert ; rien n’a été changé.",
                    null => "ce que son parcours lui avait donné n’est plus dans le moteur, qui n’a plus ses premiers historiques ; rien n’a été changé.",
                }}");
                repris += recommence is true ? 1 : 0;
            }

            return true;
        }
    }

    private static async Task<bool> EstClosAsync(Travail travail, string id, CancellationToken cancellationToken)
    {
        await using var db = await travail.Services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContextAsync(cancellationToken);
        return await db.Dossiers.AnyAsync(d => d.Id == id && d.Statut == StatutDossier.Clos, cancellationToken);
    }

    /// <summary>Goes through the dossiers, with the progress said every hundred. One that cannot be read or written is said, and those behind it have their turn.</summary>
    /// <param name="travail">The command at work.</param>
    /// <param name="faire">Deals with one dossier; false when it is not as it should be.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <returns>How many are not as they should be, or could not be dealt with.</returns>
    private static async Task<int> PasserAsync(Travail travail, Func<ConstatDossier, Task<bool>> faire, CancellationToken cancellationToken)
    {
        var verificateur = travail.Services.GetRequiredService<Verificateur>();
        var manques = 0;
        for (var rang = 0; rang < travail.Dossiers.Count; rang++)
        {
            if (rang > 0 && rang % 100 == 0)
            {
                await travail.Sortie.WriteLineAsync($"{rang} dossiers sur {travail.Dossiers.Count}…");
            }

            var id = travail.Dossiers[rang];
            var enOrdre = false;
            try
            {
                enOrdre = await faire(await verificateur.VerifierAsync(travail.Client, id, cancellationToken));
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested && ReponsesSdk.De(error) is not ReponseMoteur.SansReponse)
            {
                travail.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Parcours").LogError(error, "Dossier {Dossier} could not be dealt with", id);
                await travail.Sortie.WriteLineAsync($"{id} : {(error is DossiersException magasin ? magasin.Message : "son historique, ou ce que la base en montre, n’est pas lisible ; le détail est dans le journal.")}");
            }

            manques += enOrdre ? 0 : 1;
        }

        return manques;
    }

    /// <summary>Says what the histories no longer hold, rather than nothing.</summary>
    private static async Task DireInconnuAsync(Travail travail, ConstatDossier constat, string quoi)
    {
        foreach (var (flux, avant) in constat.Inconnus)
        {
            await travail.Sortie.WriteLineAsync($"{Qui(constat.DossierId, flux)} : ses premiers historiques ne sont plus dans le moteur. Ce qui précède sa décision n° {avant + 1} {quoi}.");
        }
    }

    private static string Qui(string dossierId, string flux) => flux == NomsParcours.FilPrincipal ? dossierId : $"{dossierId}, fil « {flux} »";

    private static string DireBloque(string id, string flux) => $"{Qui(id, flux)} : {VeilleParcours.DireBloque(id)}.";

    private static string Dire(Concordance concordance) => concordance switch
    {
        Concordance.Differente => "la base ne montre pas ce que disent les historiques.",
        Concordance.Incomplete => "la base montre ce que disent les historiques, et a perdu ce qu’ils ne gardent pas.",
        Concordance.Interrompue => "le parcours, ou un de ses fils séparés, a été annulé, interrompu ou a échoué avant sa fin.",
        Concordance.Bloquee => "le parcours, ou un de ses fils séparés, n’avance plus.",
        Concordance.SansParcours => "le moteur ne connaît pas ce parcours.",
        Concordance.SansFil => "le moteur ne connaît pas un de ses fils séparés.",
        Concordance.SansDossier => "la base ne connaît pas ce dossier ; dossiers reconstruire le rebâtit.",
        Concordance.Inconnue => "ni la base ni le moteur ne connaissent ce dossier.",
        _ => "aucun écart.",
    };

    private sealed record Travail(ServiceProvider Services, ITemporalClient Client, IReadOnlyList<string> Dossiers, bool EstTout, TextWriter Sortie);
}
