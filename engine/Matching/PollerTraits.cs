using Temporalio.Api.Common.V1;
using Temporalio.Api.Deployment.V1;

namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>What a worker says of itself when it polls, beside its name.</summary>
/// <param name="Capabilities">Its build, in the older form.</param>
/// <param name="Deployment">Its build and deployment.</param>
/// <param name="MaximumRate">Tasks that its queue may hand out in a second; null for any number.</param>
internal sealed record PollerTraits(WorkerVersionCapabilities? Capabilities, WorkerDeploymentOptions? Deployment, double? MaximumRate);
