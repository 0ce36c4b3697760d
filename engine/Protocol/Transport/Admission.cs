using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>Refuses calls before memory runs out: when more waits for the writer, or more bytes are in the engine's hands, than can be dealt with soon.</summary>
/// <remarks>Bytes are those of requests, and of answers until they are sent: a client may read slowly, or not at all. One connection may hold a quarter of them.</remarks>
internal sealed class Admission(Writer writer, EngineLimits limits)
{
    private const int Share = 4;

    /// <summary>What a client takes without being asked again (the window of HTTP/2 at its start): more may stay with us.</summary>
    private const long TakenAtOnce = 64 * 1024;

    private readonly Ledger whole = new();

    /// <summary>Keeps a call in until a large answer is sent: the server would end it as soon as the answer is in its own buffer.</summary>
    public static void UseSending(IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.BodyWriter is { CanGetUnflushedBytes: true, UnflushedBytes: > TakenAtOnce } body)
        {
            await body.FlushAsync();
        }
    });

    /// <summary>Takes a call in; it leaves when what is answered is disposed of.</summary>
    /// <param name="size">Bytes of the request.</param>
    /// <param name="ofConnection">What the caller's connection holds.</param>
    public Entry Enter(long size, Ledger ofConnection)
    {
        if (writer.Waiting > limits.WaitingWork)
        {
            throw Errors.Overloaded("the engine cannot write as fast as it is asked to");
        }

        var entry = new Entry(this, ofConnection);
        try
        {
            entry.Hold(size);
            return ofConnection.Calls > limits.CallsOfConnection || whole.Calls > limits.Calls ? throw Errors.Overloaded("too many calls at once") : entry;
        }
        catch
        {
            entry.Dispose();
            throw;
        }
    }

    /// <summary>Bytes and calls in the engine's hands.</summary>
    internal sealed class Ledger
    {
        private long bytes;
        private long calls;

        public long Bytes => Interlocked.Read(ref bytes);

        public long Calls => Interlocked.Read(ref calls);

        /// <summary>What the connection of a call holds.</summary>
        public static Ledger Of(HttpContext context)
        {
            var items = context.Features.Get<Microsoft.AspNetCore.Connections.Features.IConnectionItemsFeature>()?.Items ?? context.Items;
            lock (items)
            {
                if (!items.TryGetValue(typeof(Ledger), out var known))
                {
                    items[typeof(Ledger)] = known = new Ledger();
                }

                return (Ledger)known!;
            }
        }

        public void Add(long size, int count)
        {
            Interlocked.Add(ref bytes, size);
            Interlocked.Add(ref calls, count);
        }
    }

    /// <summary>A call that was taken in, with the bytes that it holds.</summary>
    internal sealed class Entry : IDisposable
    {
        private readonly Admission admission;
        private readonly Ledger ofConnection;
        private long held;
        private int left;

        public Entry(Admission admission, Ledger ofConnection)
        {
            (this.admission, this.ofConnection) = (admission, ofConnection);
            Add(0, 1);
        }

        /// <summary>Holds more bytes: those of the answer, when it is known.</summary>
        /// <exception cref="Refusal">There is no room for them.</exception>
        public void Hold(long size)
        {
            held += size;
            Add(size, 0);
            if (admission.whole.Bytes > admission.Limit || ofConnection.Bytes > admission.Limit / Share)
            {
                throw Errors.Overloaded("too many large requests and answers at once");
            }
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                Add(-held, -1);
            }
        }

        private void Add(long size, int count)
        {
            admission.whole.Add(size, count);
            ofConnection.Add(size, count);
        }
    }

    private long Limit => limits.RequestBytes;
}
