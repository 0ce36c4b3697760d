using FranceTravail.Parcours.Workflows.Parcours;
using Temporalio.Exceptions;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>
/// A journey that takes acts and does nothing else, under the name of the real one: what is tested here is the road to it. A task can be done
/// once; <c>refuser</c> is never possible, <c>echouer</c> is a defect, <c>clore</c> ends the journey.
/// </summary>
[Workflow(NomsParcours.Workflow)]
public sealed class ParcoursDEssai
{
    public const string Refus = "Cet acte n’est pas possible aujourd’hui.";

    private readonly List<Acte> actes = [];

    [WorkflowRun]
    public Task RunAsync(DemarrageParcours demarrage) => Workflow.WaitConditionAsync(() => actes.Exists(a => a.Geste == "clore") && Workflow.AllHandlersFinished);

    [WorkflowUpdateValidator(nameof(AgirAsync))]
    public void Valider(Acte acte)
    {
        if (acte.Geste == "refuser" || actes.Exists(a => a.TacheId == acte.TacheId && a.Cle != acte.Cle))
        {
            throw new ApplicationFailureException(Refus, NomsParcours.ActeRefuse, nonRetryable: true);
        }
    }

    [WorkflowUpdate(NomsParcours.MiseAJourAgir)]
    public Task<ResultatActe> AgirAsync(Acte acte)
    {
        if (acte.Geste == "echouer")
        {
            throw new ApplicationFailureException("Object reference not set to an instance of an object.", nonRetryable: true);
        }

        actes.Add(acte);
        return Task.FromResult(new ResultatActe { Message = "C’est fait.", Projection = actes.Count });
    }

    [WorkflowQuery("Actes")]
    public IReadOnlyList<Acte> Actes() => actes;
}
