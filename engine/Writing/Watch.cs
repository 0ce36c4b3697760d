using System.Threading.Channels;

namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>Hears what is told about one thing from when it was made until it is disposed of.</summary>
internal sealed class Watch<T>(Action<Watch<T>> end) : IDisposable
{
    private readonly Channel<T> told = Channel.CreateUnbounded<T>();

    public void Tell(T what) => told.Writer.TryWrite(what);

    /// <summary>The next thing told, in order; what was told before it is asked for is not missed.</summary>
    public async Task<T> NextAsync(CancellationToken cancelled) => await told.Reader.ReadAsync(cancelled);

    public void Dispose() => end(this);
}
