using FranceTravail.Parcours.Workflows.Parcours;
using Temporalio.Api.Common.V1;
using Temporalio.Converters;

namespace FranceTravail.Parcours.Workflows.Serialisation;

/// <summary>
/// The data converter of every client and worker that touches a journey
/// (<c>TemporalClientConnectOptions.DataConverter</c>): without it Noda Time values do not survive.
/// </summary>
public static class ParcoursDataConverter
{
    public static DataConverter Instance { get; } =
        DataConverter.Default with { PayloadConverter = new Payloads(), PayloadCodec = new CompressionCodec() };

    /// <summary>What outsiders send is no fault of the journey: it is not read, and the journey says so.</summary>
    private sealed class Payloads() : DefaultPayloadConverter(ParcoursJson.Options), IPayloadConverter
    {
        object? IPayloadConverter.ToValue(Payload payload, Type type)
        {
            try
            {
                return ToValue(payload, type);
            }
            catch (Exception) when (typeof(IEntree).IsAssignableFrom(type))
            {
                return null;
            }
        }
    }
}
