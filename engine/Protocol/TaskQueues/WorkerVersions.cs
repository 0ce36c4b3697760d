using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Deployment.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Protocol.TaskQueues;

/// <summary>Tasks are not told apart by versions of workers here: a worker that asks for it is refused, not given those of others.</summary>
internal static class WorkerVersions
{
    public static void Check(WorkerVersionCapabilities? older, WorkerDeploymentOptions? deployment)
    {
        if (older?.UseVersioning == true)
        {
            throw Errors.Denied("Worker versioning in workflow progress APIs is disabled on this namespace.");
        }

        if (deployment?.WorkerVersioningMode == WorkerVersioningMode.Versioned)
        {
            StartRequest.Require(deployment.DeploymentName.Length > 0 && deployment.BuildId.Length > 0, "Both deployment name and build id must be set when versioning is enabled.");
            throw new Refusal(RefusalKind.Unimplemented, "worker deployments are not there: start the worker without versioning");
        }
    }
}
