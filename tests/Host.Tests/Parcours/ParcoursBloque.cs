using FranceTravail.Parcours.Workflows.Parcours;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>A journey that the program cannot carry: each of its tasks fails.</summary>
[Workflow(NomsParcours.Workflow)]
public sealed class ParcoursBloque
{
    private readonly string faute = "essai";

    [WorkflowRun]
    public Task RunAsync(DemarrageParcours demarrage) => throw new InvalidOperationException($"{faute} {demarrage.DossierId}");
}
