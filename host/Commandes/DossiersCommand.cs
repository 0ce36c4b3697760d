using System.CommandLine;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Langue;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using Temporalio.Client;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>
/// <c>dossiers verifier|reconstruire|reprendre [DOSSIER …]</c>: holds the case store against the histories, rebuilds it from
/// them, takes up journeys that were interrupted. Beside a running product; without a name, for all.
/// </summary>
internal static class DossiersCommand
{
    private const int LignesParDossier = 5;

    public static Command Create(CommonOptions common) => new("dossiers", "Compare la base des dossiers aux historiques des parcours, et la rebâtit à partir d’eux.")
    {
        Action(common, "verifier", "Dit où la base et les historiques diffèrent. Code de sortie 0 quand ce n’est nulle part.", VerifierAsync),
        Action(common, "reconstruire", "Rebâtit ce que la base montre à partir des historiques.", ReconstruireAsync),
        Action(common, "reprendre", "Reprend à sa dernière décision un parcours, ou un de ses fils séparés, annulé, interrompu ou en échec ; recommence celui que le moteur ne connaît plus.", ReprendreAsync),
    };

    private static Command Action(CommonOptions common, string nom, string description, Func<Travail, CancellationToken, Task<int>> faire)
    {
        var dossiers = new Argument<string[]>("DOSSIER") { Description = "Identifiants ; sans eux, tous les dossiers.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(nom, description) { dossiers };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // Only rebuilding makes a case store where there is none.
            await using var services = await CommandServices.OuvrirAsync(common.Read(parsed, CommonOptions.Settings()), creer: nom == "reconstruire", cancellationToken);
            try
            {
                var client = services.GetRequiredService<ITemporalClient>();
                var ids = parsed.GetValue(dossiers) is { Length: > 0 } nommes
                    ? nommes
                    : await services.GetRequiredService<Verificateur>().TousAsync(client, cancellationToken);
                return await faire(new Travail(services, client, ids, parsed.InvocationConfiguration.Output), cancellationToken);
            }
            catch (Exception error) when (error is not StartupRefusal && !cancellationToken.IsCancellationRequested && ReponsesSdk.De(error) is ReponseMoteur.SansReponse)
            {
                throw new StartupRefusal("Le moteur ne répond pas : il garde les historiques. Lancez le programme, ou donnez son adresse, puis recommencez.", error);
            }
        });
        return command;
    }

    private static async Task<int> VerifierAsync(Travail travail, CancellationToken cancellationToken)
    {
        var ecarts = 0;
        await foreach (var constat in ConstatsAsync(travail, cancellationToken))
        {
            if (constat.Concordance != Concordance.Egale)
            {
                ecarts++;
                await travail.Sortie.WriteLineAsync($"{constat.DossierId} : {Dire(constat.Concordance)}");
                foreach (var ecart in constat.Ecarts.Take(LignesParDossier))
                {
                    await travail.Sortie.WriteLineAsync($"  {ecart}");
                }

                if (constat.Ecarts.Count > LignesParDossier)
                {
                    await travail.Sortie.WriteLineAsync($"  et {Francais.Compte(constat.Ecarts.Count - LignesParDossier, "autre écart", "autres écarts")}.");
                }
            }
        }

        await travail.Sortie.WriteLineAsync(ecarts == 0
            ? $"{Francais.Compte(travail.Dossiers.Count, "dossier vérifié", "dossiers vérifiés")} : aucun écart."
            : $"{Francais.Compte(ecarts, "dossier diffère", "dossiers diffèrent")} sur {travail.Dossiers.Count}. Pour rebâtir : dossiers reconstruire ; pour reprendre : dossiers reprendre.");
        return ecarts == 0 ? ExitCodes.Ok : ExitCodes.Refusal;
    }

    private static async Task<int> ReconstruireAsync(Travail travail, CancellationToken cancellationToken)
    {
        var reconstructeur = travail.Services.GetRequiredService<Reconstructeur>();
        var (refaits, restes) = (0, 0);
        await foreach (var constat in ConstatsAsync(travail, cancellationToken))
        {
            if (constat.Concordance is Concordance.Differente or Concordance.SansDossier)
            {
                await reconstructeur.RebatirToutAsync(travail.Client, constat.DossierId, cancellationToken);
                refaits++;
                await travail.Sortie.WriteLineAsync($"{constat.DossierId} : rebâti.");
            }
            else if (constat.Concordance is Concordance.Inconnue)
            {
                restes++;
                await travail.Sortie.WriteLineAsync($"{constat.DossierId} : {Dire(constat.Concordance)}");
            }
            else if (constat.Concordance is Concordance.SansParcours or Concordance.SansFil)
            {
                restes++;
                await travail.Sortie.WriteLineAsync($"{constat.DossierId} : {Dire(constat.Concordance)} Rien n’a été changé ; pour le recommencer : dossiers reprendre {constat.DossierId}");
            }
        }

        await travail.Sortie.WriteLineAsync($"{Francais.Compte(refaits, "dossier rebâti", "dossiers rebâtis")} sur {travail.Dossiers.Count}.");
        return restes == 0 ? ExitCodes.Ok : ExitCodes.Refusal;
    }

    private static async Task<int> ReprendreAsync(Travail travail, CancellationToken cancellationToken)
    {
        var recommencement = travail.Services.GetRequiredService<Recommencement>();
        var (repris, inconnus) = (0, 0);
        await foreach (var constat in ConstatsAsync(travail, cancellationToken))
        {
            var id = constat.DossierId;
            if (constat.Concordance is Concordance.Inconnue or Concordance.SansDossier)
            {
                inconnus++;
                await travail.Sortie.WriteLineAsync($"{id} : {Dire(constat.Concordance)}");
                continue;
            }

            foreach (var flux in constat.Interrompus)
            {
                if (await Reprise.ReprendreAsync(travail.Client, id, flux))
                {
                    await travail.Sortie.WriteLineAsync($"{Qui(id, flux)} : repris à sa dernière décision.");
                    repris++;
                }
            }

            if (constat.Perdus.Contains(NomsParcours.FilPrincipal))
            {
                await recommencement.ParcoursAsync(travail.Client, id, cancellationToken);
                await travail.Sortie.WriteLineAsync($"{id} : le parcours recommence ; ce qu’il avait établi reste, marqué.");
                repris++;
                continue;
            }

            foreach (var fil in constat.Perdus)
            {
                var recommence = await recommencement.FilAsync(travail.Client, id, fil, cancellationToken);
                await travail.Sortie.WriteLineAsync($"{Qui(id, fil)} : {(recommence ? "recommence ; ce qu’il avait établi reste, marqué." : "son parcours ne l’a jamais ouvert ; rien n’a été changé.")}");
                repris += recommence ? 1 : 0;
            }
        }

        await travail.Sortie.WriteLineAsync($"{Francais.Compte(repris, "parcours repris", "parcours repris")} sur {travail.Dossiers.Count}.");
        return inconnus == 0 ? ExitCodes.Ok : ExitCodes.Refusal;
    }

    /// <summary>One finding a dossier, with the progress said every hundred.</summary>
    private static async IAsyncEnumerable<ConstatDossier> ConstatsAsync(
        Travail travail, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var verificateur = travail.Services.GetRequiredService<Verificateur>();
        for (var rang = 0; rang < travail.Dossiers.Count; rang++)
        {
            if (rang > 0 && rang % 100 == 0)
            {
                await travail.Sortie.WriteLineAsync($"{rang} dossiers sur {travail.Dossiers.Count}…");
            }

            yield return await verificateur.VerifierAsync(travail.Client, travail.Dossiers[rang], cancellationToken);
        }
    }

    private static string Qui(string dossierId, string flux) => flux == NomsParcours.FilPrincipal ? dossierId : $"{dossierId}, fil « {flux} »";

    private static string Dire(Concordance concordance) => concordance switch
    {
        Concordance.Differente => "la base ne montre pas ce que disent les historiques.",
        Concordance.Interrompue => "le parcours, ou un de ses fils séparés, a été annulé, interrompu ou a échoué avant sa fin.",
        Concordance.SansParcours => "le moteur ne connaît pas ce parcours.",
        Concordance.SansFil => "le moteur ne connaît pas un de ses fils séparés.",
        Concordance.SansDossier => "la base ne connaît pas ce dossier ; dossiers reconstruire le rebâtit.",
        Concordance.Inconnue => "ni la base ni le moteur ne connaissent ce dossier.",
        _ => "aucun écart.",
    };

    private sealed record Travail(ServiceProvider Services, ITemporalClient Client, IReadOnlyList<string> Dossiers, TextWriter Sortie);
}
