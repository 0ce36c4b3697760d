using System.Collections.Concurrent;
using FranceTravail.Parcours.Engine.Tests.Hostile;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Contract;

public sealed class When_calls_are_broken_off
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(message => message, message => message);
    private static readonly Method<byte[], byte[]> Poll = new(MethodType.Unary, "temporal.api.workflowservice.v1.WorkflowService", "PollWorkflowTaskQueue", Bytes, Bytes);

    [Fact]
    public async Task Should_log_no_error_for_callers_that_leave_and_for_workers_that_are_there_when_the_engine_stops()
    {
        using var loggers = new Listening();
        var folder = Directory.CreateTempSubdirectory("engine");
        var engine = await EngineServer.StartAsync(new EngineOptions { DatabasePath = Path.Combine(folder.FullName, "engine.db"), Address = "127.0.0.1:0" }, loggers, CancellationToken.None);
        using var channel = GrpcChannel.ForAddress($"http://{engine.Address}");
        var calls = channel.CreateCallInvoker();
        using (var leaving = new CancellationTokenSource())
        {
            var polls = Enumerable.Range(0, 20).Select(_ => PollAsync(calls, leaving.Token)).ToList();
            await calls.StartAsync("one");
            await leaving.CancelAsync();
            await Task.WhenAll(polls);
        }

        using (var lost = GrpcChannel.ForAddress($"http://{engine.Address}"))
        {
            var polls = Enumerable.Range(0, 20).Select(_ => PollAsync(lost.CreateCallInvoker(), CancellationToken.None)).ToList();
            await lost.CreateCallInvoker().StartAsync("three");
            lost.Dispose();
            await Task.WhenAll(polls);
        }

        var staying = Enumerable.Range(0, 20).Select(_ => PollAsync(calls, CancellationToken.None)).ToList();
        await calls.StartAsync("two");
        await engine.DisposeAsync();
        await Task.WhenAll(staying);
        folder.Delete(recursive: true);
        Assert.Empty(loggers.Errors);
    }

    private static async Task PollAsync(CallInvoker calls, CancellationToken cancelled)
    {
        var request = new PollWorkflowTaskQueueRequest { Namespace = "default", TaskQueue = new() { Name = "q" }, Identity = "worker" };
        try
        {
            await calls.AsyncUnaryCall(Poll, null, new CallOptions(cancellationToken: cancelled), request.ToByteArray());
        }
        catch (RpcException)
        {
            // It left, or was sent away.
        }
    }

    private sealed class Listening : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> Errors { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Errors.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
