using FranceTravail.Parcours.Activities.Observation;
using Google.Protobuf;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Activities.Tests.Observation;

/// <summary>Any client writes the header as it likes; what is asked of an activity is done all the same.</summary>
public class When_a_trace_cannot_be_read
{
    [Theory]
    [InlineData("json/plain", "[\"x\"]")]
    [InlineData("json/plain", "{\"traceparent\":")]
    [InlineData("json/plain", "{\"traceparent\":null}")]
    [InlineData("binary/inconnu", "x")]
    [InlineData(null, "x")]
    public void Should_begin_one_of_its_own(string? encodage, string donnees)
    {
        var entete = new Payload { Data = ByteString.CopyFromUtf8(donnees) };
        if (encodage is not null)
        {
            entete.Metadata["encoding"] = ByteString.CopyFromUtf8(encodage);
        }

        Assert.Equal(default, TraceTemporal.Lire(new Dictionary<string, Payload> { [TraceTemporal.Entete] = entete }));
    }
}
