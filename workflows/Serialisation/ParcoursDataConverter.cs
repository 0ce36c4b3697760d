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

    private sealed class Payloads() : DefaultPayloadConverter(ParcoursJson.Options);
}
