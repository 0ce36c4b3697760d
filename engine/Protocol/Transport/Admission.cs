using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Writing;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>Refuses calls before memory runs out: when more waits for the writer, or more bytes are in the engine's hands, than can be dealt with soon.</summary>
internal sealed class Admission(Writer writer, EngineLimits limits)
{
    private long bytes;

    /// <summary>Takes a call in; it leaves when what is answered is disposed of.</summary>
    public Entry Enter(long size)
    {
        if (writer.Waiting > limits.WaitingWork)
        {
            throw Errors.Overloaded("the engine cannot write as fast as it is asked to");
        }

        if (Interlocked.Add(ref bytes, size) > limits.RequestBytes)
        {
            Interlocked.Add(ref bytes, -size);
            throw Errors.Overloaded("too many large requests at once");
        }

        return new Entry(this, size);
    }

    public readonly struct Entry(Admission admission, long size) : IDisposable
    {
        public void Dispose() => Interlocked.Add(ref admission.bytes, -size);
    }
}
