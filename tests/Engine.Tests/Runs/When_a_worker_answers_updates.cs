using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Tests.Support;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Protocol.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Runs;

public sealed class When_a_worker_answers_updates : IDisposable
{
    private readonly Heart heart = new();

    public static TheoryData<string, Message[]> Refused => new()
    {
        { "invalid *update.Acceptance: accepted_request.meta.update_id is not that of Update u", [Answer("u", new Acceptance { AcceptedRequest = new() })] },
        { "invalid *update.Rejection: rejected_request.meta.update_id is not that of Update u", [Answer("u", new Rejection { RejectedRequest = Of("other") })] },
        { "invalid *update.Response: response.meta.update_id is not that of Update u", [Answer("u", new Acceptance()), Answer("u", new Response { Outcome = new() })] },
        { "update u wasn't found on the server. This is most likely a transient error which will be resolved automatically by retries", [Answer("unknown", new Response())] },
        { "invalid state transition attempted for Update u: received *update.Response message while in state Sent", [Answer("u", new Response { Outcome = new() })] },
        { "invalid state transition attempted for Update u: received *update.Rejection message while in state Accepted", [Answer("u", new Acceptance()), Answer("u", new Rejection())] },
    };

    public void Dispose() => heart.Dispose();

    [Theory]
    [MemberData(nameof(Refused))]
    public void Should_fail_the_task_of_an_answer_that_fits_no_update(string sentence, Message[] answers)
    {
        var run = Updated();
        var refused = Assert.Throws<Refusal>(() => Complete(run, answers));
        Assert.Equal($"BadUpdateWorkflowExecutionMessage: {sentence.Replace("update u ", $"update {answers[0].ProtocolInstanceId} ", StringComparison.Ordinal)}", refused.Message);
        Assert.Equal(WorkflowTaskFailedCause.BadUpdateWorkflowExecutionMessage, heart.History(run).Single(e => e.EventType == EventType.WorkflowTaskFailed).WorkflowTaskFailedEventAttributes.Cause);
        Assert.Empty(heart.State(run).Updates);
    }

    [Fact]
    public void Should_take_an_answer_to_an_update_that_was_given_up_by_the_request_that_it_repeats()
    {
        var run = Updated();
        Complete(run, Answer("other", new Acceptance { AcceptedRequest = Of("other") }), Answer("other", new Response { Meta = new() { UpdateId = "other" }, Outcome = new() }), Answer("third", new Rejection { RejectedRequest = Of("third") }), Answer("u", new Acceptance()));
        Assert.Equal(UpdateStage.Completed, heart.State(run).Updates["other"].Stage);
        Assert.Equal(UpdateStage.Accepted, heart.State(run).Updates["u"].Stage);
        Assert.False(heart.State(run).Updates.ContainsKey("third"));
        Assert.Equal(heart.State(run).Updates["other"].CompletedEventId, heart.Recall(run).Updates["other"].CompletedEventId);
    }

    /// <summary>A run whose worker has an update in hand.</summary>
    private Run Updated()
    {
        var run = heart.Start();
        heart.Work(run);
        heart.Apply(run, new AdmitUpdate(Of("u")));
        Assert.NotNull(heart.Poll(run));
        return run;
    }

    private void Complete(Run run, params Message[] answers)
    {
        for (var n = 0; n < answers.Length; n++)
        {
            answers[n].Id = $"m{n}";
        }

        heart.Complete(run, new RespondWorkflowTaskCompletedRequest
        {
            Messages = { answers },
            Commands = { answers.Select(m => new Command { CommandType = CommandType.ProtocolMessage, ProtocolMessageCommandAttributes = new() { MessageId = m.Id } }) },
        });
    }

    private static Request Of(string id) => new() { Meta = new() { UpdateId = id }, Input = new() { Name = "any" } };

    private static Message Answer(string update, IMessage body) => new() { ProtocolInstanceId = update, Body = Any.Pack(body) };
}
