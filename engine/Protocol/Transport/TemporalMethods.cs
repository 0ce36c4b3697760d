using FranceTravail.Parcours.Engine.Messages;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace FranceTravail.Parcours.Engine.Protocol.Transport;

/// <summary>Gives ASP.NET Core the methods of the protocol, read from the descriptors that the SDK's package carries.</summary>
internal sealed class TemporalMethods : IServiceMethodProvider<TemporalGateway>
{
    private static readonly ServiceDescriptor[] Services =
    [
        .. Temporalio.Api.WorkflowService.V1.ServiceReflection.Descriptor.Services,
        .. Temporalio.Api.OperatorService.V1.ServiceReflection.Descriptor.Services,
        .. Temporalio.Api.TestService.V1.ServiceReflection.Descriptor.Services,
    ];

    public static IEnumerable<MethodDescriptor> All => Services.SelectMany(s => s.Methods);

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<TemporalGateway> context)
    {
        foreach (var method in All)
        {
            var name = method.Name;
            context.AddUnaryMethod(
                new Method<IMessage, IMessage>(MethodType.Unary, method.Service.FullName, name, Marshaller(method.InputType), Marshaller(method.OutputType)),
                [],
                (gateway, request, call) => gateway.AnswerAsync(name, request, call));
        }
    }

    private static Marshaller<IMessage> Marshaller(MessageDescriptor type) => new(
        (message, context) =>
        {
            context.SetPayloadLength(message.CalculateSize());
            message.WriteTo(context.GetBufferWriter());
            context.Complete();
        },
        context =>
        {
            try
            {
                return Incoming.Parse(type.Parser, context.PayloadAsNewBuffer());
            }
            catch (InvalidProtocolBufferException e)
            {
                throw new RpcException(new Status(StatusCode.InvalidArgument, $"malformed {type.FullName}: {e.Message}"));
            }
        });
}
