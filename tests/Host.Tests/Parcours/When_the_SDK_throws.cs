using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using Temporalio.Client;
using Temporalio.Exceptions;
using Xunit;
using Code = Temporalio.Exceptions.RpcException.StatusCode;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>Every exception type that the SDK ships, and every status of the protocol: a new one fails here until somebody says what it means.</summary>
public class When_the_SDK_throws
{
    /// <summary>
    /// What became of a workflow, an activity or a Nexus operation that somebody waits for; what is thrown inside workers and activities; options
    /// of calls that are not made here.
    /// </summary>
    private static readonly string[] SaysNothing =
    [
        "TemporalException",
        "FailureException",
        "ActivityFailedException",
        "ActivityFailureException",
        "ApplicationFailureException",
        "CanceledFailureException",
        "ChildWorkflowFailureException",
        "NexusOperationFailureException",
        "NexusOperationFailedException",
        "ServerFailureException",
        "TerminatedFailureException",
        "TimeoutFailureException",
        "WorkflowContinuedAsNewException",
        "WorkflowFailedException",
        "WorkflowNondeterminismException",
        "WorkflowQueryFailedException",
        "WorkflowQueryRejectedException",
        "InvalidWorkflowOperationException",
        "InvalidWorkflowSchedulerException",
        "AsyncActivityCanceledException",
        "ScheduleAlreadyRunningException",
        "ActivityAlreadyStartedException",
        "NexusOperationAlreadyStartedException",
        "ExternalStorageNotConfiguredException",
        "InvalidExternalStorageReferenceException",
        "InvalidVersioningOverrideException",
        "CompleteAsyncException",
        "ContinueAsNewException",
        "WorkflowUpdateFailedException",
    ];

    private static readonly Dictionary<string, Type> SaysSomething = new()
    {
        ["RpcTimeoutOrCanceledException"] = typeof(ReponseMoteur.SansReponse),
        ["WorkflowUpdateRpcTimeoutOrCanceledException"] = typeof(ReponseMoteur.SansReponse),
        ["WorkflowAlreadyStartedException"] = typeof(ReponseMoteur.Fait),
        ["RpcException"] = typeof(ReponseMoteur.Inconnu), // by its code, below; this one has none
    };

    [Fact]
    public void Should_know_every_type()
    {
        var known = SaysNothing.ToDictionary(t => t, _ => typeof(ReponseMoteur.Inconnu)).Concat(SaysSomething).ToDictionary();
        var shipped = typeof(TemporalException).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Exception))).ToList();
        Assert.Equal(known.Keys.Order(), shipped.Select(t => t.Name).Order());
        Assert.All(shipped.Where(t => !t.IsAbstract), t => Assert.IsType(known[t.Name], ReponsesSdk.De((Exception)RuntimeHelpers.GetUninitializedObject(t))));
    }

    [Fact]
    public void Should_know_every_status()
    {
        var expected = new Dictionary<Code, Type>
        {
            [Code.OK] = typeof(ReponseMoteur.Inconnu),
            [Code.Cancelled] = typeof(ReponseMoteur.SansReponse),
            [Code.Unknown] = typeof(ReponseMoteur.Inconnu),
            [Code.InvalidArgument] = typeof(ReponseMoteur.Refuse),
            [Code.DeadlineExceeded] = typeof(ReponseMoteur.SansReponse),
            [Code.NotFound] = typeof(ReponseMoteur.Refuse),
            [Code.AlreadyExists] = typeof(ReponseMoteur.Inconnu),
            [Code.PermissionDenied] = typeof(ReponseMoteur.Refuse),
            [Code.ResourceExhausted] = typeof(ReponseMoteur.SansReponse),
            [Code.FailedPrecondition] = typeof(ReponseMoteur.SansReponse),
            [Code.Aborted] = typeof(ReponseMoteur.SansReponse),
            [Code.OutOfRange] = typeof(ReponseMoteur.Refuse),
            [Code.Unimplemented] = typeof(ReponseMoteur.Refuse),
            [Code.Internal] = typeof(ReponseMoteur.Inconnu),
            [Code.Unavailable] = typeof(ReponseMoteur.SansReponse),
            [Code.DataLoss] = typeof(ReponseMoteur.Inconnu),
            [Code.Unauthenticated] = typeof(ReponseMoteur.Refuse),
        };
        Assert.Equal(Enum.GetValues<Code>().Order(), expected.Keys.Order());
        Assert.All(expected, e => Assert.IsType(e.Value, ReponsesSdk.De(new RpcException(e.Key, "", null))));
    }

    [Fact]
    public void Should_say_the_journeys_own_sentence_and_no_other_text()
    {
        var refused = ReponsesSdk.De(new WorkflowUpdateFailedException(new ApplicationFailureException("La tâche est close.", NomsParcours.ActeRefuse)));
        Assert.Equal("La tâche est close.", Assert.IsType<ReponseMoteur.Refuse>(refused).Phrase);
        var failed = ReponsesSdk.De(new WorkflowUpdateFailedException(new ApplicationFailureException("Ana Nowak is null", "NullReference")));
        Assert.DoesNotContain("Nowak", Assert.IsType<ReponseMoteur.Inconnu>(failed).Phrase, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(System.Net.Sockets.SocketException))]
    public void Should_take_a_broken_road_for_no_answer(Type type) => Assert.IsType<ReponseMoteur.SansReponse>(ReponsesSdk.De((Exception)Activator.CreateInstance(type)!));

    [Theory]
    [InlineData(Code.Unknown, "transport error")]
    [InlineData(Code.Unknown, "Transport error: connection reset by peer")]
    [InlineData(Code.Unknown, "h2 protocol error: error reading a body from connection")]
    [InlineData(Code.Internal, "h2 protocol error: http2 error")]
    [InlineData(Code.Unavailable, "error trying to connect: tcp connect error")]
    public void Should_take_what_the_transport_says_of_itself_for_no_answer(Code code, string message) =>
        Assert.IsType<ReponseMoteur.SansReponse>(ReponsesSdk.De(new RpcException(code, message, null)));

    [Theory]
    [InlineData(Code.Unknown, "the service did something")]
    [InlineData(Code.Internal, "a defect of the service")]
    public void Should_not_take_a_defect_of_the_service_for_no_answer(Code code, string message) =>
        Assert.IsType<ReponseMoteur.Inconnu>(ReponsesSdk.De(new RpcException(code, message, null)));

    [Fact]
    public async Task Should_take_an_engine_that_is_not_there_for_no_answer()
    {
        var away = TemporalClient.CreateLazy(new("127.0.0.1:9"));
        var error = await Assert.ThrowsAnyAsync<Exception>(() => away.GetWorkflowHandle("parcours").DescribeAsync());
        Assert.IsType<ReponseMoteur.SansReponse>(ReponsesSdk.De(error));
    }

    /// <summary>So a JSON node of the wrong kind, and a row whose word is none of an enumeration, say themselves.</summary>
    [Fact]
    public void Should_not_take_what_cannot_be_read_for_no_answer()
    {
        var error = Assert.Throws<InvalidOperationException>(() => JsonNode.Parse("[]")!.AsObject());
        Assert.IsType<ReponseMoteur.Inconnu>(ReponsesSdk.De(error));
    }

    [Fact]
    public void Should_take_a_client_that_is_closed_already_for_no_answer() =>
        Assert.IsType<ReponseMoteur.SansReponse>(ReponsesSdk.De(new ObjectDisposedException("client")));
}
