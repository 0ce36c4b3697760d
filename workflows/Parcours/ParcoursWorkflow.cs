using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using FranceTravail.Parcours.Workflows.Taches;
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

    private readonly Queue<Acte> _actes = new();
    private readonly Queue<Evenement> _recus = new();
    private readonly Dictionary<string, string> _refus = [];
    private readonly HashSet<string> _lancees = [];
    private readonly Reveil _reveil = new();
    private readonly DemarrageParcours _demarrage;
    private EtatCourant? _etat;
    private bool _enDecision;
    private int _histoire; // Length at which the last decision was answered.
    private long _acquis;
    private bool _aReprendre;

    /// <summary>A continued run knows its state before it handles anything.</summary>
    [WorkflowInit]
    public ParcoursWorkflow(DemarrageParcours demarrage)
    {
        _demarrage = demarrage with { Etat = null };
        _etat = demarrage.Etat is { } etat ? new EtatCourant(etat) : null;
    }

    private static Instant Maintenant => Instant.FromDateTimeUtc(Workflow.UtcNow);

    private EtatParcours Etat => _etat!.Lu;

    /// <summary>Carries the journey until it is closed, or continues as new: after a review, and when its history grows heavy.</summary>
    [WorkflowRun]
    public async Task RunAsync(DemarrageParcours demarrage)
    {
        if (_etat is null)
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

            _aReprendre |= Workflow.ContinueAsNewSuggested || Workflow.CurrentHistorySize > HistoireLourde;
        }

        if (!EstFini)
        {
            var suite = _demarrage with { Etat = _etat!.Json };
            throw Workflow.CreateContinueAsNewException((ParcoursWorkflow w) => w.RunAsync(suite));
        }

        if (_demarrage.Fil is { } fil)
        {
            await AnnoncerLaFinAsync(fil);
        }
    }

    /// <summary>Applies one act and answers once its effects are in the case store. The same key twice has one effect and one answer.</summary>
    [WorkflowUpdate(NomsParcours.MiseAJourAgir)]
    public async Task<ResultatActe> AgirAsync(Acte acte)
    {
        if (Trouver(acte.Cle) is null && _actes.All(a => a.Cle != acte.Cle))
        {
            _refus.Remove(acte.Cle);
            _actes.Enqueue(acte);
        }

        await Workflow.WaitConditionAsync(() => Trouver(acte.Cle) is not null || _refus.ContainsKey(acte.Cle));
        return Trouver(acte.Cle) ?? throw Refus(_refus[acte.Cle]);
    }

    /// <summary>
    /// Refuses an act whose form is wrong, with a French sentence, before it enters the history. Whether it can be done now is
    /// decided with it: before the first decision, and while one is under way, people may already see what this run does not know yet.
    /// </summary>
    [WorkflowUpdateValidator(nameof(AgirAsync))]
    public void ValiderActe(Acte acte)
    {
        if (_enDecision || _etat is null)
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
        _recus.Enqueue(Evenement.De(fin));
        return Task.CompletedTask;
    }

    /// <summary>What this thread shares with its journey has changed there.</summary>
    [WorkflowSignal(NomsParcours.SignalPartage)]
    public Task PartagerAsync(DossierPartage partage)
    {
        _recus.Enqueue(Evenement.De(partage));
        return Task.CompletedTask;
    }

    /// <summary>The live view of the journey; null until it has begun.</summary>
    [WorkflowQuery(NomsParcours.RequeteAvancement)]
    public AvancementParcours? Avancement() => _etat is null ? null : AvancementParcours.De(_demarrage.DossierId, _demarrage.FilId, Etat);

    private static ApplicationFailureException Refus(string message) => new(message, NomsParcours.ActeRefuse, nonRetryable: true);

    /// <summary>Nothing is left that could happen: neither in the accompaniment nor in a thread that this run carries.</summary>
    private bool EstFini => Etat.Statut == StatutParcours.Clos && Etat.Demandes.Count == 0 && Etat.Fils.Values.All(f => f.Id == _demarrage.FilId || f.Separe);

    private ResultatActe? Trouver(string cle) => _etat is null ? null : Etat.Actes.GetValueOrDefault(cle);

    private string? Controler(Acte acte) =>
        acte is { OuvreFil: null, Donnees: null } ? ControleActe.Refuser(Etat.Taches.GetValueOrDefault(acte.TacheId), acte) : ControleActe.RefuserCle(acte);

    /// <summary>No act may be left unanswered; a closed journey also waits for what it still asks of the world, a continued one asks again.</summary>
    private bool PeutFinir() => !EvenementPret() && Workflow.AllHandlersFinished && (_aReprendre || EstFini);

    private async Task AttendreAsync()
    {
        if (Etat.ProchainReveil is not { } reveil || reveil > Maintenant)
        {
            _reveil.Regler(Etat.ProchainReveil, Maintenant);
            await Workflow.WaitConditionAsync(() => _reveil.Sonne || EvenementPret() || PeutFinir());
        }
    }

    private bool EvenementPret() => _actes.Count > 0 || _recus.Count > 0;

    /// <summary>The next event: what time brought first, then answers, then acts; null when there is none.</summary>
    private Evenement? Suivant()
    {
        while (_actes.TryPeek(out var connu) && Trouver(connu.Cle) is not null)
        {
            _actes.Dequeue();
        }

        return Etat.ProchainReveil is { } reveil && reveil <= Maintenant ? Evenement.Temps(reveil)
            : _recus.TryPeek(out var recu) ? recu
            : _actes.TryPeek(out var acte) ? Evenement.De(acte)
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
        _enDecision = true;
        var numero = _etat is null ? 0 : Etat.Numero;
        if (_histoire != Workflow.CurrentHistoryLength)
        {
            // Answered in another workflow task, which has ended: the history holds it.
            _acquis = numero;
        }

        var decision = await Appels.DeciderAsync(new DecisionDemandee
        {
            Demarrage = _demarrage,
            Etat = _etat?.Json,
            Evenement = evenement,
            Maintenant = Maintenant,
            Numero = numero + 1,
            Acquis = _acquis,
            WorkflowId = Workflow.Info.WorkflowId,
            RunId = Workflow.Info.RunId,
            RunPrecedent = Workflow.Info.ContinuedRunId ?? _demarrage.RunRepris,
        });
        _enDecision = false;
        if (_histoire != Workflow.CurrentHistoryLength)
        {
            // A decision may be answered in a later task than it was asked in: it is recorded with that one, and those before it already are.
            (_histoire, _acquis) = (Workflow.CurrentHistoryLength, numero);
        }

        if (decision.Changements is { } changements)
        {
            _etat ??= new EtatCourant([]);
            _etat.Appliquer(changements);
        }

        _aReprendre |= decision.Reprise;
        if (decision.Evenement == evenement.Cle)
        {
            Retirer(evenement, decision.Refus);
        }
    }

    private void Retirer(Evenement evenement, string? refus)
    {
        if (evenement.Acte is { } acte)
        {
            _actes.Dequeue();
            if (refus is not null)
            {
                _refus[acte.Cle] = refus;
            }
        }
        else if (_recus.TryPeek(out var recu) && recu.Cle == evenement.Cle)
        {
            _recus.Dequeue();
        }
    }

    /// <summary>Asks the world what is to be asked and was not yet asked by this run.</summary>
    private void Lancer()
    {
        foreach (var demande in Etat.Demandes.Values.Where(d => _lancees.Add(d.Cle)))
        {
            _ = DemanderAsync(demande);
        }
    }

    private async Task DemanderAsync(Demande demande)
    {
        var reponse = demande.Activite == FilsServices.Ouvrir.Activite ? await OuvrirFilAsync(demande) : await Appels.DemanderAsync(demande);
        if (demande.SansSuite && reponse.Refus is null)
        {
            _etat!.Oublier(demande.Cle);
        }
        else
        {
            _recus.Enqueue(Evenement.De(demande, reponse));
        }
    }

    /// <summary>Starts the workflow of a thread. It lives by itself: neither the end nor the continuation of this one touches it.</summary>
    private async Task<Reponse> OuvrirFilAsync(Demande demande)
    {
        var fil = FilsServices.Ouvrir.Lire(demande);
        var demarrage = _demarrage with { Fil = fil, RunRepris = null };
        try
        {
            await Workflow.StartChildWorkflowAsync(
                (ParcoursWorkflow w) => w.RunAsync(demarrage),
                new()
                {
                    Id = NomsParcours.IdWorkflow(_demarrage.DossierId, fil.Id),
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
            await Workflow.GetExternalWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(_demarrage.DossierId)).SignalAsync(w => w.FinDeFilAsync(fin));
        }
        catch (FailureException)
        {
            // The journey has ended before its thread: nobody is left to be told. Who takes it up tells it.
        }
    }
}
