namespace FranceTravail.Parcours.Workflows.Parcours.Demandes;

/// <summary>Something that the world does for a journey, by an activity.</summary>
public abstract class Service
{
    /// <summary>Failure type of a definite refusal, which no retry changes; the message is a French sentence.</summary>
    public const string RefusDefinitif = "RefusPartenaire";

    private protected Service(string activite) => Activite = activite;

    /// <summary>Name of the activity, fixed for ever because it is written in histories.</summary>
    public string Activite { get; }

    /// <summary>What to say, and to have done by hand, when it is definitely refused and the step itself says nothing; null when the step does.</summary>
    internal abstract RefusDit? DireRefus(Demande demande);
}

/// <summary>A service with the records of what is asked and answered. One that answers nothing answers null.</summary>
public sealed class Service<TDemande, TReponse>(string activite, Func<TDemande, RefusDit>? refus = null) : Service(activite)
    where TDemande : class
{
    public TDemande Lire(Demande demande) => demande.Lire<TDemande>();

    /// <summary>The answer, or null when it was refused, or is the answer to another service.</summary>
    public TReponse? Lire(Demande demande, Reponse reponse) => demande.Activite == Activite ? reponse.Lire<TReponse>() : default;

    internal override RefusDit? DireRefus(Demande demande) => refus?.Invoke(Lire(demande));
}
