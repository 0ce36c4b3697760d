using FranceTravail.Parcours.Workflows.Parcours;
using Temporalio.Exceptions;
using Code = Temporalio.Exceptions.RpcException.StatusCode;

namespace FranceTravail.Parcours.Host.Parcours;

/// <summary>Turns every exception of the Temporal SDK into one answer of the closed family. Total: a test holds it against all types of the SDK.</summary>
internal static class ReponsesSdk
{
    private const string Absent = "Ce parcours est terminé ou n’a pas encore commencé : rien n’a été enregistré.";
    private const string NonPris = "Le service n’a pas accepté cette demande : rien n’a été enregistré. Si cela se répète, prévenez l’exploitant.";

    /// <summary>How the transport begins what it says of itself.</summary>
    private static readonly string[] RouteRompue = ["transport error", "h2 protocol error", "http2 error", "error trying to connect", "error reading a body from connection", "connection reset", "broken pipe"];

    /// <summary>How the client begins the bare InvalidOperationException by which it says that it could not connect.</summary>
    private const string SansConnexion = "Connection failed: ";

    public static ReponseMoteur De(Exception error) => error switch
    {
        // The journey's own sentence, and no other text of a failure: that one is English, and may hold anything.
        WorkflowUpdateFailedException { InnerException: ApplicationFailureException { ErrorType: NomsParcours.ActeRefuse } refus } => new ReponseMoteur.Refuse(refus.Message),
        // The road itself broke: the transport of the SDK says so under codes that a service uses for faults of its own.
        RpcException { Code: Code.Unknown or Code.Internal } rpc when RouteRompue.Any(signe => rpc.Message.Contains(signe, StringComparison.OrdinalIgnoreCase)) => new ReponseMoteur.SansReponse(),
        RpcException rpc => De(rpc.Code),
        WorkflowAlreadyStartedException => new ReponseMoteur.Fait("Le parcours a déjà commencé."),

        RpcTimeoutOrCanceledException or OperationCanceledException or TimeoutException => new ReponseMoteur.SansReponse(),

        // A connection that failed, broke or is closed already. Any other bare InvalidOperationException is a defect: a row or a text of the wrong kind.
        HttpRequestException or IOException or System.Net.Sockets.SocketException or ObjectDisposedException => new ReponseMoteur.SansReponse(),
        InvalidOperationException when error.Message.StartsWith(SansConnexion, StringComparison.Ordinal) => new ReponseMoteur.SansReponse(),
        _ => new ReponseMoteur.Inconnu(),
    };

    private static ReponseMoteur De(Code code) => code switch
    {
        Code.NotFound => new ReponseMoteur.Refuse(Absent),
        Code.InvalidArgument or Code.OutOfRange or Code.PermissionDenied or Code.Unauthenticated or Code.Unimplemented => new ReponseMoteur.Refuse(NonPris),

        // FailedPrecondition: the journey is not ready to take it yet.
        Code.Unavailable or Code.DeadlineExceeded or Code.Cancelled or Code.Aborted or Code.ResourceExhausted or Code.FailedPrecondition => new ReponseMoteur.SansReponse(),
        _ => new ReponseMoteur.Inconnu(),
    };
}
