using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using NodaTime;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>
/// The journey of one dossier. All decisions are in the pure <see cref="Interpreteur"/>; the workflow only waits (for an act, an
/// answer, the next alarm), projects what changed, and asks the world what the steps ask.
/// </summary>
/// <remarks>
/// One timer at a time, on the earliest alarm. One event after the other: the state never changes while it is being projected.
/// A projection is an activity of its own: what it shows is in the history first, and cannot be taken back by a crash.
/// </remarks>
[Workflow(NomsParcours.Workflow)]
public sealed class ParcoursWorkflow
{
    private readonly Queue<Acte> _actes = new();
    private readonly Queue<(Demande Demande, Reponse Reponse)> _reponses = new();
    private readonly Dictionary<string, string> _refus = [];
    private readonly Reveil _reveil = new();
    private readonly DemarrageParcours _demarrage;
    private Generation _generation = Generation.Courante;
    private ContexteParcours? _contexte;
    private Interpreteur? _interpreteur;
    private EtatParcours? _etat;
    private EtatParcours? _projete;

    /// <summary>A continued run knows its template and its state before it handles anything.</summary>
    [WorkflowInit]
    public ParcoursWorkflow(DemarrageParcours demarrage)
    {
        _demarrage = demarrage;
        if (demarrage is { Etat: { } etat, Modele: { } modele })
        {
            Charger(modele);
            _etat = etat;
        }
    }

    private static Instant Maintenant => Instant.FromDateTimeUtc(Workflow.UtcNow);

    /// <summary>Carries the journey until it is closed, or continues as new after a review.</summary>
    [WorkflowRun]
    public async Task RunAsync(DemarrageParcours demarrage)
    {
        _generation = Workflow.Patched(NomsParcours.CorrectifGeneration2) ? Generation.Courante : Generation.Premiere;
        if (_etat is null)
        {
            Charger(demarrage.Modele ?? await Appels.ChargerModeleAsync(new ReferenceModele(demarrage.ModeleId, demarrage.ModeleVersion)));
            _etat = _interpreteur!.Initial();
            await AppliquerAsync((i, etat, moment) => i.Demarrer(etat, moment));
        }
        else
        {
            Lancer(_etat.Demandes);
        }

        var aReprendre = false;
        while (!PeutFinir(aReprendre))
        {
            await AttendreAsync(aReprendre);
            if (Suivant() is { } evenement)
            {
                aReprendre |= await AppliquerAsync(evenement);
            }

            aReprendre |= Workflow.ContinueAsNewSuggested;
        }

        if (_etat!.Statut == StatutParcours.Ouvert)
        {
            var suite = _demarrage with { Etat = _etat, Modele = _contexte!.Modele };
            throw Workflow.CreateContinueAsNewException((ParcoursWorkflow w) => w.RunAsync(suite));
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

    /// <summary>Refuses an act that cannot be done now, with a French sentence, before it enters the history.</summary>
    [WorkflowUpdateValidator(nameof(AgirAsync))]
    public void ValiderActe(Acte acte)
    {
        if (_etat is null || _interpreteur is null)
        {
            throw Refus("Le dossier est en cours d’ouverture : réessayez dans un instant.");
        }

        // Who acts may already see what is being projected.
        if (Trouver(acte.Cle) is null && _interpreteur.Refuser(_projete ?? _etat, acte, Moment(Maintenant)) is { } refus)
        {
            throw Refus(refus);
        }
    }

    /// <summary>The live view of the journey; null until its template is loaded.</summary>
    [WorkflowQuery(NomsParcours.RequeteSituation)]
    public SituationParcours? Situation() => _etat is null ? null : Situer.Decrire(_contexte!, _etat);

    private static ApplicationFailureException Refus(string message) => new(message, NomsParcours.ActeRefuse, nonRetryable: true);

    private Moment Moment(Instant maintenant) => new(maintenant) { Generation = _generation };

    private void Charger(ModeleParcours modele)
    {
        _contexte = new ContexteParcours(_demarrage, modele);
        _interpreteur = new Interpreteur(_contexte);
    }

    private ResultatActe? Trouver(string cle) => _etat is null ? null : ActesConnus.Trouver(_etat.ActesTraites, cle);

    /// <summary>No act may be left unanswered; a closed journey also waits for what it still asks of the world, a continued one asks again.</summary>
    private bool PeutFinir(bool aReprendre) =>
        !EvenementPret() && Workflow.AllHandlersFinished && _etat!.Statut switch
        {
            StatutParcours.Clos => _etat.Demandes.Count == 0,
            _ => aReprendre,
        };

    private async Task AttendreAsync(bool aReprendre)
    {
        if (_etat!.Alarmes.All(a => a.Le > Maintenant))
        {
            _reveil.Regler(_etat.Alarmes.MinBy(a => a.Le), Maintenant);
            await Workflow.WaitConditionAsync(() => _reveil.Sonne || EvenementPret() || PeutFinir(aReprendre));
        }
    }

    private bool EvenementPret() => _actes.Count > 0 || _reponses.Count > 0;

    /// <summary>The next event: what time brought first, then answers, then acts; null when there is none to apply.</summary>
    private Func<Interpreteur, EtatParcours, Moment, Pas>? Suivant()
    {
        if (_etat!.Alarmes.Any(a => a.Le <= Maintenant))
        {
            return (i, etat, moment) => i.Sonner(etat, moment)!;
        }

        if (_reponses.TryDequeue(out var reponse))
        {
            return (i, etat, moment) => i.Repondre(etat, reponse.Demande, reponse.Reponse, moment);
        }

        if (!_actes.TryDequeue(out var acte) || Trouver(acte.Cle) is not null)
        {
            return null;
        }

        // Another act may have been applied since the validator accepted this one.
        if (_interpreteur!.Refuser(_etat!, acte, Moment(Maintenant)) is { } refus)
        {
            _refus[acte.Cle] = refus;
            return null;
        }

        return (i, etat, moment) => i.Agir(etat, acte, moment);
    }

    /// <summary>Applies one event; true when a review was passed.</summary>
    private async Task<bool> AppliquerAsync(Func<Interpreteur, EtatParcours, Moment, Pas> evenement)
    {
        var (avant, maintenant) = (_etat!, Maintenant);
        var pas = evenement(_interpreteur!, avant, Moment(maintenant));
        if (pas.Delais.Count > 0)
        {
            // What the history holds wins over what today's rules would say.
            var consignes = await Appels.ConsignerAsync(pas.Delais.ToDictionary());
            pas = evenement(_interpreteur!, avant, Moment(maintenant) with { Consignes = consignes });
        }

        // An act is answered as soon as its state is visible: the projection comes first.
        if (pas.Projection is { } projection)
        {
            _projete = pas.Etat;
            await Appels.ProjeterAsync(projection, _generation);
        }

        (_etat, _projete) = (pas.Etat, null);
        Lancer(pas.Demandes);
        return pas.RepriseANeuf;
    }

    private void Lancer(IEnumerable<Demande> demandes)
    {
        foreach (var demande in demandes)
        {
            _ = DemanderAsync(demande);
        }
    }

    private async Task DemanderAsync(Demande demande) => _reponses.Enqueue((demande, await Appels.DemanderAsync(demande)));
}
