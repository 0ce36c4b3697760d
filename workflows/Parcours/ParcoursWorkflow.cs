using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.Extensions.Logging;
using NodaTime;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>
/// The journey of one dossier, or one of its threads that is a workflow of its own. It only waits (for an act, an answer, the
/// next moment), has each event decided once, and asks the world what was decided. What was decided is in the history as a
/// value: a replay runs no rule.
/// </summary>
/// <remarks>One event after the other. One timer at a time, on the next moment at which the journey must do something by itself.</remarks>
[Workflow(NomsParcours.Workflow)]
public sealed class ParcoursWorkflow
{
    /// <summary>In bytes. A history that weighs more is continued as new: what is still under way then keeps it under 50 kB.</summary>
    private const int HistoireLourde = 44_000;

    /// <summary>Since that change, what signals say is checked.</summary>
    private const string Controlees = "entrees-controlees";

    private readonly Queue<Acte> actes = new();
    private readonly Queue<Evenement> recus = new();
    private readonly Dictionary<string, string> refus = [];
    private readonly HashSet<string> lancees = [];
    private readonly Reveil reveil = new();
    private readonly bool estEtranger;
    private readonly DemarrageParcours demarrage = null!; // Not there in a run that ends at once.
    private EtatCourant? etat;
    private bool enDecision;
    private int histoire; // Length at which the last decision was answered.
    private long acquis;
    private bool aReprendre;
    private bool aLaisse; // A signal was dropped in this run.

    /// <summary>A continued run knows its state before it handles anything.</summary>
    [WorkflowInit]
    public ParcoursWorkflow(DemarrageParcours? demarrage = null)
    {
        estEtranger = demarrage is null || Workflow.Info.WorkflowId != NomsParcours.IdWorkflow(demarrage.DossierId, demarrage.FilId);
        if (!estEtranger)
        {
            this.demarrage = demarrage! with { Etat = null };
            this.etat = demarrage.Etat is { } etat ? new EtatCourant(etat) : null;
        }
    }

    private static Instant Maintenant => Instant.FromDateTimeUtc(Workflow.UtcNow);

    private EtatParcours Etat => etat!.Lu;

    private string? RunPrecedent => Workflow.Info.ContinuedRunId ?? demarrage.RunRepris;

    /// <summary>
    /// Carries the journey until it is closed, or continues as new: after a review, and when its history grows heavy. Anybody may start a run: one
    /// that is of no stream ends at once.
    /// </summary>
    /// <exception cref="ApplicationFailureException">Nothing says whose journey it is to be, or it was started under another id than that one's.</exception>
    [WorkflowRun]
    public async Task RunAsync(DemarrageParcours? demarrage = null)
    {
        if (estEtranger)
        {
            throw new ApplicationFailureException("Ce démarrage n’est celui d’aucun parcours.", NomsParcours.DemarrageEtranger, nonRetryable: true);
        }

        if (etat is null)
        {
            await DeciderAsync(Evenement.Debut);
        }
        else
        {
            await ReprendreAsync();
        }

        Lancer();
        while (!PeutFinir())
        {
            await AttendreAsync();
            if (Suivant() is { } evenement)
            {
                await DeciderAsync(evenement);
                Lancer();
            }

            aReprendre |= EstLourde;
        }

        if (!EstFini)
        {
            var suite = this.demarrage with { Etat = etat!.Json };
            throw Workflow.CreateContinueAsNewException((ParcoursWorkflow w) => w.RunAsync(suite));
        }

        if (this.demarrage.Fil is { } fil)
        {
            await AnnoncerLaFinAsync(fil);
        }
    }

    /// <summary>Applies one act and answers once its effects are in the case store. The same key twice has one effect and one answer.</summary>
    [WorkflowUpdate(NomsParcours.MiseAJourAgir)]
    public async Task<ResultatActe> AgirAsync(Acte acte)
    {
        if (Trouver(acte.Cle) is null && actes.All(a => a.Cle != acte.Cle))
        {
            refus.Remove(acte.Cle);
            actes.Enqueue(acte);
        }

        await Workflow.WaitConditionAsync(() => Trouver(acte.Cle) is not null || refus.ContainsKey(acte.Cle));
        return Trouver(acte.Cle) ?? throw Refus(refus[acte.Cle]);
    }

    /// <summary>
    /// Refuses an act whose form is wrong, with a French sentence, before it enters the history. Whether it can be done now is
    /// decided with it: before the first decision, and while one is under way, people may already see what this run does not know yet.
    /// </summary>
    [WorkflowUpdateValidator(nameof(AgirAsync))]
    public void ValiderActe(Acte acte)
    {
        if (Entrees.Defaut(acte, nameof(Acte)) is { } defaut)
        {
            throw Refus(Francais.Composer($"Cet envoi n’est pas lisible, ou incomplet ({defaut}) : rechargez la page et recommencez."));
        }

        if (enDecision || etat is null)
        {
            return;
        }

        if (Trouver(acte.Cle) is null && Controler(acte) is { } refus)
        {
            throw Refus(refus);
        }
    }

    /// <summary>A thread that runs as a workflow of its own has ended.</summary>
    [WorkflowSignal(NomsParcours.SignalFinDeFil)]
    public Task FinDeFilAsync(FinDeFil fin)
    {
        Recevoir(NomsParcours.SignalFinDeFil, fin, Evenement.De);
        return Task.CompletedTask;
    }

    /// <summary>What this thread shares with its journey has changed there.</summary>
    [WorkflowSignal(NomsParcours.SignalPartage)]
    public Task PartagerAsync(DossierPartage partage)
    {
        Recevoir(NomsParcours.SignalPartage, partage, Evenement.De);
        return Task.CompletedTask;
    }

    /// <summary>The live view of the journey; null until it has begun.</summary>
    [WorkflowQuery(NomsParcours.RequeteAvancement)]
    public AvancementParcours? Avancement() => etat is null ? null : AvancementParcours.De(demarrage.DossierId, demarrage.FilId, Etat);

    private static ApplicationFailureException Refus(string message) => new(message, NomsParcours.ActeRefuse, nonRetryable: true);

    /// <summary>Nothing is left that could happen: neither in the accompaniment nor in a thread that this run carries.</summary>
    private bool EstFini => Etat.Statut == StatutParcours.Clos && Etat.Demandes.Count == 0 && Etat.Fils.Values.All(f => f.Id == demarrage.FilId || f.Separe);

    /// <summary>Keeps what a signal says for a decision; one that is not as it should be is dropped, except where a history already went on with it.</summary>
    private void Recevoir<T>(string signal, T? dit, Func<T, Evenement> evenement)
        where T : class, IEntree
    {
        if (Entrees.Defaut(dit, signal) is { } defaut && (dit is null || Workflow.Patched(Controlees)))
        {
            aLaisse = true;
            Workflow.Logger.LogWarning("Signal {Signal} is dropped: {Member} cannot be read, is missing or says nothing", signal, defaut);
            return;
        }

        recus.Enqueue(evenement(dit!));
    }

    private ResultatActe? Trouver(string cle) => etat is null ? null : Etat.Actes.GetValueOrDefault(cle);

    private string? Controler(Acte acte) =>
        acte is { OuvreFil: null, Donnees: null } ? ControleActe.Refuser(Etat.Taches.GetValueOrDefault(acte.TacheId), acte) : ControleActe.RefuserCle(acte);

    /// <summary>Looked at after each decision; and after what was dropped, which leads to none. A run whose own beginning is heavy does not end at once.</summary>
    private static bool EstLourde => Workflow.ContinueAsNewSuggested || Workflow.CurrentHistorySize > HistoireLourde;

    /// <summary>No act may be left unanswered; a closed journey also waits for what it still asks of the world, a continued one asks again.</summary>
    private bool PeutFinir() => !EvenementPret() && Workflow.AllHandlersFinished && (aReprendre || EstFini);

    private async Task AttendreAsync()
    {
        if (Etat.ProchainReveil is not { } reveil || reveil > Maintenant)
        {
            this.reveil.Regler(Etat.ProchainReveil, Maintenant);
            await Workflow.WaitConditionAsync(() => this.reveil.Sonne || EvenementPret() || PeutFinir() || (aLaisse && EstLourde && !aReprendre));
        }
    }

    private bool EvenementPret() => actes.Count > 0 || recus.Count > 0;

    /// <summary>The next event: what time brought first, then answers, then acts; null when there is none.</summary>
    private Evenement? Suivant()
    {
        while (actes.TryPeek(out var connu) && Trouver(connu.Cle) is not null)
        {
            actes.Dequeue();
        }

        return Etat.ProchainReveil is { } reveil && reveil <= Maintenant ? Evenement.Temps(reveil)
            : recus.TryPeek(out var recu) ? recu
            : actes.TryPeek(out var acte) ? Evenement.De(acte)
            : null;
    }

    /// <summary>
    /// What the run before had decided and not recorded, people have seen: it is taken over at once, whether or not the event behind it comes again.
    /// </summary>
    private async Task ReprendreAsync()
    {
        for (var avant = -1L; avant < Etat.Numero;)
        {
            avant = Etat.Numero;
            await DeciderAsync(Evenement.Reprise);
        }
    }

    /// <summary>
    /// Has an event decided and applies what was decided. The decision may be about another event, one that a killed worker had
    /// decided and this history lost: then the event is still there, and comes again.
    /// </summary>
    private async Task DeciderAsync(Evenement evenement)
    {
        enDecision = true;
        var numero = etat is null ? 0 : Etat.Numero;
        if (histoire != Workflow.CurrentHistoryLength)
        {
            // Answered in another workflow task, which has ended: the history holds it.
            acquis = numero;
        }

        var decision = await Appels.DeciderAsync(new DecisionDemandee
        {
            Demarrage = demarrage,
            Etat = etat?.Json,
            Evenement = evenement,
            Maintenant = Maintenant,
            Numero = numero + 1,
            Acquis = acquis,
            WorkflowId = Workflow.Info.WorkflowId,
            RunId = Workflow.Info.RunId,
            RunPrecedent = RunPrecedent,
            EstLePremier = RunPrecedent is null && !demarrage.Recommence && Workflow.Info.FirstExecutionRunId == Workflow.Info.RunId,
        });
        enDecision = false;
        if (histoire != Workflow.CurrentHistoryLength)
        {
            // A decision may be answered in a later task than it was asked in: it is recorded with that one, and those before it already are.
            (histoire, acquis) = (Workflow.CurrentHistoryLength, numero);
        }

        if (decision.Changements is { } changements)
        {
            etat ??= new EtatCourant([]);
            etat.Appliquer(changements);
        }

        aReprendre |= decision.Reprise;
        if (decision.Evenement == evenement.Cle)
        {
            Retirer(evenement, decision.Refus);
        }
    }

    private void Retirer(Evenement evenement, string? refus)
    {
        if (evenement.Acte is { } acte)
        {
            actes.Dequeue();
            if (refus is not null)
            {
                this.refus[acte.Cle] = refus;
            }
        }
        else if (recus.TryPeek(out var recu) && recu.Cle == evenement.Cle)
        {
            recus.Dequeue();
            if (refus is not null)
            {
                Workflow.Logger.LogWarning("Signal {Signal} changes nothing: {Reason}", evenement.Cle.Split('/')[0], refus);
            }
        }
    }

    /// <summary>Asks the world what is to be asked and was not yet asked by this run.</summary>
    private void Lancer()
    {
        foreach (var demande in Etat.Demandes.Values.Where(d => lancees.Add(d.Cle)))
        {
            _ = DemanderAsync(demande);
        }
    }

    private async Task DemanderAsync(Demande demande)
    {
        var reponse = demande.Activite == FilsServices.Ouvrir.Activite ? await OuvrirFilAsync(demande) : await Appels.DemanderAsync(demande);
        if (demande.SansSuite && reponse.Refus is null)
        {
            etat!.Oublier(demande.Cle);
        }
        else
        {
            recus.Enqueue(Evenement.De(demande, reponse));
        }
    }

    /// <summary>Starts the workflow of a thread. It lives by itself: neither the end nor the continuation of this one touches it.</summary>
    private async Task<Reponse> OuvrirFilAsync(Demande demande)
    {
        var fil = FilsServices.Ouvrir.Lire(demande);
        var demarrage = this.demarrage with { Fil = fil, RunRepris = null };
        try
        {
            await Workflow.StartChildWorkflowAsync(
                (ParcoursWorkflow w) => w.RunAsync(demarrage),
                new()
                {
                    Id = NomsParcours.IdWorkflow(this.demarrage.DossierId, fil.Id),
                    IdReusePolicy = Temporalio.Api.Enums.V1.WorkflowIdReusePolicy.RejectDuplicate,
                    ParentClosePolicy = ParentClosePolicy.Abandon,
                });
        }
        catch (WorkflowAlreadyStartedException)
        {
            // Asked again by a continued run: the thread is there.
        }

        return new Reponse();
    }

    private async Task AnnoncerLaFinAsync(FilAOuvrir fil)
    {
        try
        {
            var fin = new FinDeFil(fil.Id, Etat.Fils[fil.Id].NoeudId);
            await Workflow.GetExternalWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(demarrage.DossierId)).SignalAsync(w => w.FinDeFilAsync(fin));
        }
        catch (FailureException)
        {
            // The journey has ended before its thread: nobody is left to be told. Who takes it up tells it.
        }
    }
}
