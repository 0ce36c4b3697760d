using System.Text;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Google.Protobuf;

namespace FranceTravail.Parcours.Engine.Protocol;

/// <summary>What a worker gives back to name the task it answers: the run, which of its tasks, and for an activity its scheduled event.</summary>
internal readonly record struct TaskToken(RunKey Run, long Serial, long Activity = 0)
{
    private const byte Mark = 0xE1;

    public ByteString Write()
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(Run.Namespace);
        writer.Write(Run.WorkflowId);
        writer.Write(Run.RunId);
        writer.Write(Serial);
        writer.Write(Activity);
        return ByteString.CopyFrom(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Reads the token of an answer. Throws INVALID_ARGUMENT when it is none of ours, or of another namespace than the answer's.</summary>
    public static TaskToken Read(ByteString bytes, string @namespace, string identity, EngineCore core)
    {
        var token = Read(bytes);
        if (@namespace.Length > 0)
        {
            core.Catalog.Require(@namespace);
            StartRequest.Require(token.Run.Namespace == @namespace, "Operation requested with a token from a different namespace.");
        }

        StartRequest.Require(Ids.Fits(identity, core.Limits), "Identity length exceeds limit.");
        return token;
    }

    /// <summary>Reads a token. Throws INVALID_ARGUMENT when it is none of ours.</summary>
    private static TaskToken Read(ByteString bytes)
    {
        if (bytes.IsEmpty)
        {
            throw Errors.Invalid("Task token not set on request.");
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes.ToByteArray()), Encoding.UTF8);
            if (reader.ReadByte() == Mark)
            {
                var token = new TaskToken(new RunKey(reader.ReadString(), reader.ReadString(), reader.ReadString()), reader.ReadInt64(), reader.ReadInt64());
                if (reader.BaseStream.Position == reader.BaseStream.Length)
                {
                    return token;
                }
            }
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException)
        {
            throw Errors.Invalid("Error deserializing task token.");
        }

        throw Errors.Invalid("Error deserializing task token.");
    }
}
