using FranceTravail.Parcours.Engine.Tests.Hostile;
using FranceTravail.Parcours.Engine.Tests.Support;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Contract;

public sealed class When_a_request_is_not_as_it_should_be : IClassFixture<AnyService>, IDisposable
{
    private const string Service = "temporal.api.workflowservice.v1.WorkflowService";
    private static readonly string TooLong = new('x', 1001);
    private static readonly WorkflowExecution Nobody = new() { WorkflowId = "nobody" };

    private readonly AnyService engine;
    private readonly GrpcChannel channel;

    public When_a_request_is_not_as_it_should_be(AnyService engine)
    {
        this.engine = engine;
        channel = GrpcChannel.ForAddress($"http://{engine.Address}");
    }

    public void Dispose() => channel.Dispose();

    public static TheoryData<string, IMessage, StatusCode, string> Refused() => new()
    {
        { "StartWorkflowExecution", Start(r => r.Priority = new() { PriorityKey = -1 }), StatusCode.InvalidArgument, "priority key can't be negative" },
        { "StartWorkflowExecution", Start(r => r.Priority = new() { FairnessKey = TooLong }), StatusCode.InvalidArgument, "fairness key length exceeds limit" },
        { "StartWorkflowExecution", Start(r => r.Priority = new() { FairnessWeight = -1 }), StatusCode.InvalidArgument, "must be greater than zero" },
        { "StartWorkflowExecution", Start(r => r.OnConflictOptions = new() { AttachCompletionCallbacks = true }), StatusCode.InvalidArgument, "attaching request ID is required for attaching completion callbacks" },
        { "StartWorkflowExecution", Start(r => r.VersioningOverride = Pinned()), StatusCode.FailedPrecondition, "Pinned version 'd:b' is not present in task queue 'queue' of type 'Workflow'" },
        { "StartWorkflowExecution", Start(r => (r.CronSchedule, r.WorkflowStartDelay) = ("* * * * *", new())), StatusCode.InvalidArgument, "CronSchedule and WorkflowStartDelay may not be used together." },
        { "StartWorkflowExecution", Start(r => (r.WorkflowType, r.RetryPolicy) = (null, new() { MaximumAttempts = -1 })), StatusCode.InvalidArgument, "MaximumAttempts cannot be negative on retry policy." },
        { "SignalWorkflowExecution", new SignalWorkflowExecutionRequest { Namespace = "default", WorkflowExecution = new() }, StatusCode.InvalidArgument, "WorkflowId is not set on request." },
        { "SignalWithStartWorkflowExecution", new SignalWithStartWorkflowExecutionRequest { Namespace = "default", WorkflowId = "w" }, StatusCode.InvalidArgument, "SignalName is not set on request." },
        { "ResetWorkflowExecution", new ResetWorkflowExecutionRequest { Namespace = "default", WorkflowExecution = new(Nobody), RequestId = TooLong }, StatusCode.InvalidArgument, "RequestId length exceeds limit." },
        { "ListClosedWorkflowExecutions", new ListClosedWorkflowExecutionsRequest { Namespace = "default", StatusFilter = new() { Status = WorkflowExecutionStatus.Running } }, StatusCode.InvalidArgument, "StatusFilter must be specified and must be not Running." },
        { "PauseActivity", new PauseActivityRequest { Namespace = "default", Id = "a" }, StatusCode.InvalidArgument, "WorkflowId is not set on request." },
        { "UnpauseActivity", new UnpauseActivityRequest { Namespace = "default", Execution = new(Nobody) }, StatusCode.InvalidArgument, "Either Activity.Id or Activity.Type should be set on request." },
        { "UpdateWorkflowExecutionOptions", new UpdateWorkflowExecutionOptionsRequest { Namespace = "default", WorkflowExecution = new(Nobody) }, StatusCode.InvalidArgument, "UpdateMask is required" },
        { "UpdateWorkflowExecutionOptions", new UpdateWorkflowExecutionOptionsRequest { Namespace = "default", WorkflowExecution = new(Nobody), UpdateMask = new() }, StatusCode.InvalidArgument, "WorkflowExecutionOptions is required" },
        {
            "UpdateWorkflowExecutionOptions",
            new UpdateWorkflowExecutionOptionsRequest { Namespace = "default", WorkflowExecution = new(Nobody), WorkflowExecutionOptions = new(), UpdateMask = new() { Paths = { "nothing" } } },
            StatusCode.InvalidArgument,
            "error parsing UpdateMask: proto: invalid path \"nothing\" for message \"temporal.api.workflow.v1.WorkflowExecutionOptions\""
        },
        { "UnpauseWorkflowExecution", new UnpauseWorkflowExecutionRequest { Namespace = "default", WorkflowId = "nobody", RequestId = TooLong }, StatusCode.InvalidArgument, "request id is too long." },
        { "UpdateTaskQueueConfig", Queue(r => r.SetFairnessWeightOverrides[""] = 1), StatusCode.InvalidArgument, "fairness weight override key must not be empty" },
        { "UpdateTaskQueueConfig", Queue(r => r.UnsetFairnessWeightOverrides.Add(TooLong)), StatusCode.InvalidArgument, "fairness key length exceeds limit" },
        { "UpdateTaskQueueConfig", Queue(r => r.Identity = TooLong), StatusCode.InvalidArgument, "Identity field too long (max 1000 characters)." },
        {
            "UpdateTaskQueueConfig",
            Queue(r => (r.TaskQueueType, r.UpdateFairnessKeyRateLimitDefault) = (TaskQueueType.Workflow, new() { RateLimit = new() { RequestsPerSecond = 1 } })),
            StatusCode.InvalidArgument,
            "Setting fairness key rate limit on workflow task queues is not allowed."
        },
        { "CreateSchedule", new CreateScheduleRequest { Namespace = "default", ScheduleId = "s" }, StatusCode.InvalidArgument, "RequestId is not set on request." },
        { "ListSchedules", new ListSchedulesRequest { Namespace = "default", Query = "ScheduleId = 's' AND NOT WorkflowId = 'w'" }, StatusCode.InvalidArgument, "invalid query filter for schedules: cannot filter on \"WorkflowId\"" },
        { "CountSchedules", new CountSchedulesRequest { Namespace = "default", Query = "ExecutionStatus = 'Running'" }, StatusCode.InvalidArgument, "invalid query filter for schedules: cannot filter on \"ExecutionStatus\"" },
        {
            "PollWorkflowTaskQueue",
#pragma warning disable CS0612 // Older workers still send it.
            new PollWorkflowTaskQueueRequest { Namespace = "default", TaskQueue = new() { Name = "queue" }, WorkerVersionCapabilities = new() { UseVersioning = true, BuildId = "b" } },
#pragma warning restore CS0612
            StatusCode.PermissionDenied,
            "Worker versioning in workflow progress APIs is disabled on this namespace."
        },
        {
            "PollActivityTaskQueue",
            new PollActivityTaskQueueRequest { Namespace = "default", TaskQueue = new() { Name = "queue" }, DeploymentOptions = new() { WorkerVersioningMode = WorkerVersioningMode.Versioned, BuildId = "b" } },
            StatusCode.InvalidArgument,
            "Both deployment name and build id must be set when versioning is enabled."
        },
        { "UpdateWorkerConfig", new UpdateWorkerConfigRequest { Namespace = "default" }, StatusCode.Unimplemented, "UpdateWorkerConfig command is not enabled." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Should_say_what_is_wrong_with_it(string method, IMessage request, StatusCode code, string message)
    {
        var status = await SendAsync(method, request);
        Assert.Equal((code, message), (status.StatusCode, status.Detail));
    }

    /// <summary>Nothing that was asked for is left out in silence where it is not there.</summary>
    [Fact]
    public async Task Should_refuse_what_is_not_there_instead_of_leaving_it_out()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("TEMPORAL_ADDRESS") is { Length: > 0 }, "Another service may have it.");
        var callback = await SendAsync("StartWorkflowExecution", Start(r => r.CompletionCallbacks.Add(new Callback { Nexus = new() { Url = "http://localhost/done" } })));
        Assert.Equal((StatusCode.InvalidArgument, "attaching workflow callbacks is disabled for this namespace"), (callback.StatusCode, callback.Detail));
        var versioned = await SendAsync("PollWorkflowTaskQueue", new PollWorkflowTaskQueueRequest
        {
            Namespace = "default",
            TaskQueue = new() { Name = "queue" },
            DeploymentOptions = new() { WorkerVersioningMode = WorkerVersioningMode.Versioned, DeploymentName = "d", BuildId = "b" },
        });
        Assert.Equal(StatusCode.Unimplemented, versioned.StatusCode);
    }

    [Fact]
    public async Task Should_take_no_answer_to_a_task_of_another_namespace_and_none_with_too_long_an_identity()
    {
        var queue = new Temporalio.Api.TaskQueue.V1.TaskQueue { Name = $"answers-{Guid.NewGuid():n}" };
        await StartAsync(Start(r => r.TaskQueue = queue));
        var token = (await engine.Client.Connection.WorkflowService.PollWorkflowTaskQueueAsync(new() { Namespace = "default", TaskQueue = queue })).TaskToken;
        var answers = Requests("task_token").Where(m => m.InputType.FindFieldByName("namespace") is not null && !m.Name.Contains("Nexus", StringComparison.Ordinal)).ToList();
        Assert.True(answers.Count >= 7);
        foreach (var method in answers)
        {
            var request = Filled(method, token);
            Set(request, "namespace", "temporal-system");
            Assert.Equal("Operation requested with a token from a different namespace.", (await SendAsync(method.Name, request)).Detail);
            if (method.InputType.FindFieldByName("identity") is not null && !method.Name.Contains("Heartbeat", StringComparison.Ordinal))
            {
                Set(request, "namespace", "default");
                Set(request, "identity", TooLong);
                Assert.Equal("Identity length exceeds limit.", (await SendAsync(method.Name, request)).Detail);
            }
        }

        // The task is still to be answered.
        Assert.Equal(StatusCode.OK, (await SendAsync("RespondWorkflowTaskCompleted", new RespondWorkflowTaskCompletedRequest { Namespace = "default", TaskToken = token })).StatusCode);
    }

    [Fact]
    public async Task Should_take_no_link_that_leads_nowhere()
    {
        var methods = Requests("links").Where(m => m.Name is not ("StartActivityExecution" or "StartNexusOperationExecution")).ToList();
        Assert.Equal(["RequestCancelWorkflowExecution", "SignalWithStartWorkflowExecution", "SignalWorkflowExecution", "StartWorkflowExecution", "TerminateWorkflowExecution"], methods.Select(m => m.Name).Order());
        foreach (var method in methods)
        {
            foreach (var (link, fault) in ((Link, string)[])
            [
                (new Link(), "unsupported link variant"),
                (new Link { BatchJob = new() }, "batch job link must not have an empty job ID"),
                (new Link { WorkflowEvent = new() { WorkflowId = "w", RunId = "r" } }, "workflow event link must not have an empty namespace field"),
                (new Link { WorkflowEvent = new() { Namespace = "n", RunId = "r" } }, "workflow event link must not have an empty workflow ID field"),
                (new Link { WorkflowEvent = new() { Namespace = "n", WorkflowId = "w" } }, "workflow event link must not have an empty run ID field"),
            ])
            {
                var status = await SendAsync(method.Name, Linked(method, [link]));
                Assert.Equal((StatusCode.InvalidArgument, fault), (status.StatusCode, status.Detail));
            }

            Assert.Equal("cannot attach more than 10 links per request, got 11", (await SendAsync(method.Name, Linked(method, Enumerable.Repeat(new Link { BatchJob = new() { JobId = "j" } }, 11)))).Detail);
        }
    }

    [Fact]
    public async Task Should_write_where_each_came_from_and_who_ended_it_when_nobody_said()
    {
        var link = new Link { WorkflowEvent = new() { Namespace = "default", WorkflowId = "from", RunId = "there", EventRef = new() { EventId = 5, EventType = EventType.TimerFired } } };
        var start = Start(r => r.Links.Add(link));
        await StartAsync(start);
        var execution = new WorkflowExecution { WorkflowId = start.WorkflowId };
        Assert.Equal(StatusCode.OK, (await SendAsync("SignalWorkflowExecution", new SignalWorkflowExecutionRequest { Namespace = "default", WorkflowExecution = execution, SignalName = "s", Links = { link } })).StatusCode);
        Assert.Equal(StatusCode.OK, (await SendAsync("RequestCancelWorkflowExecution", new RequestCancelWorkflowExecutionRequest { Namespace = "default", WorkflowExecution = execution, Links = { link } })).StatusCode);
        Assert.Equal(StatusCode.OK, (await SendAsync("TerminateWorkflowExecution", new TerminateWorkflowExecutionRequest { Namespace = "default", WorkflowExecution = execution, Links = { link } })).StatusCode);
        var events = (await channel.CreateCallInvoker().HistoryAsync(start.WorkflowId)).History.Events;
        Assert.Equal(
            [EventType.WorkflowExecutionStarted, EventType.WorkflowExecutionSignaled, EventType.WorkflowExecutionCancelRequested, EventType.WorkflowExecutionTerminated],
            events.Where(e => e.Links.Contains(link)).Select(e => e.EventType));
        var end = events[^1].WorkflowExecutionTerminatedEventAttributes;
        Assert.Equal(("terminated by user via frontend", "frontend-service"), (end.Reason, end.Identity));
    }

    [Fact]
    public async Task Should_say_of_each_operation_of_an_update_with_start_what_is_wrong()
    {
        var request = new ExecuteMultiOperationRequest
        {
            Namespace = "default",
            Operations =
            {
                new ExecuteMultiOperationRequest.Types.Operation { StartWorkflow = Start(r => r.Namespace = "other") },
                new ExecuteMultiOperationRequest.Types.Operation { UpdateWorkflow = new() { WorkflowExecution = new() { WorkflowId = "w" } } },
            },
        };
        var status = await SendAsync("ExecuteMultiOperation", request);
        Assert.Equal((StatusCode.InvalidArgument, "Update-with-Start could not be executed."), (status.StatusCode, status.Detail));
        var refused = await Assert.ThrowsAsync<Temporalio.Exceptions.RpcException>(() => engine.Client.Connection.WorkflowService.ExecuteMultiOperationAsync(request));
        Assert.Equal(
            ["Operation namespace did not match request's namespace.", "WorkflowId is not consistent with previous operation(s)."],
            Assert.Single(refused.GrpcStatus.Value!.Details).Unpack<MultiOperationExecutionFailure>().Statuses.Select(s => s.Message));
    }

    private static StartWorkflowExecutionRequest Start(Action<StartWorkflowExecutionRequest> change)
    {
        var request = new StartWorkflowExecutionRequest { Namespace = "default", WorkflowId = $"refused-{Guid.NewGuid():n}", WorkflowType = new() { Name = "Type" }, TaskQueue = new() { Name = "queue" } };
        change(request);
        return request;
    }

    private static UpdateTaskQueueConfigRequest Queue(Action<UpdateTaskQueueConfigRequest> change)
    {
        var request = new UpdateTaskQueueConfigRequest { Namespace = "default", TaskQueue = "queue", TaskQueueType = TaskQueueType.Activity };
        change(request);
        return request;
    }

    private static Temporalio.Api.Workflow.V1.VersioningOverride Pinned() => new() { Pinned = new() { Version = new() { DeploymentName = "d", BuildId = "b" } } };

    private static IEnumerable<MethodDescriptor> Requests(string field) =>
        ServiceReflection.Descriptor.Services.SelectMany(s => s.Methods).Where(m => m.InputType.FindFieldByName(field) is not null);

    private static IMessage Filled(MethodDescriptor method, ByteString token)
    {
        var request = method.InputType.Parser.ParseFrom(ByteString.Empty);
        Set(request, "task_token", token);
        return request;
    }

    private static IMessage Linked(MethodDescriptor method, IEnumerable<Link> links)
    {
        IMessage request = method.Name switch
        {
            "StartWorkflowExecution" => Start(r => r.Links.Add(links)),
            "SignalWithStartWorkflowExecution" => new SignalWithStartWorkflowExecutionRequest { WorkflowId = "w", SignalName = "s", WorkflowType = new() { Name = "t" }, TaskQueue = new() { Name = "q" }, Links = { links } },
            "SignalWorkflowExecution" => new SignalWorkflowExecutionRequest { WorkflowExecution = new(Nobody), SignalName = "s", Links = { links } },
            "RequestCancelWorkflowExecution" => new RequestCancelWorkflowExecutionRequest { WorkflowExecution = new(Nobody), Links = { links } },
            _ => new TerminateWorkflowExecutionRequest { WorkflowExecution = new(Nobody), Links = { links } },
        };
        Set(request, "namespace", "default");
        return request;
    }

    private static void Set(IMessage request, string field, object value) => request.Descriptor.FindFieldByName(field).Accessor.SetValue(request, value);

    private async Task<StartWorkflowExecutionResponse> StartAsync(StartWorkflowExecutionRequest request) => await engine.Client.Connection.WorkflowService.StartWorkflowExecutionAsync(request);

    private Task<Status> SendAsync(string method, IMessage request) => channel.CreateCallInvoker().SendAsync(Service, method, request.ToByteArray(), TimeSpan.FromSeconds(5));
}
