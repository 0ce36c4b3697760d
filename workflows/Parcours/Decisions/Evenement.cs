using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>Something that happened to a journey, to be decided once. Exactly one of its parts is there.</summary>
public sealed record Evenement
{
    /// <summary>Names the event within its journey: the same event asked twice is known by it.</summary>
    public required string Cle { get; init; }

    public Acte? Acte { get; init; }

    /// <summary>A request and what the world answered to it.</summary>
    public Demande? Demande { get; init; }

    public Reponse? Reponse { get; init; }

    /// <summary>The end of a thread that runs as a workflow of its own.</summary>
    public FinDeFil? FinDeFil { get; init; }

    /// <summary>What a thread that runs by itself shares with its journey has changed there.</summary>
    public DossierPartage? Partage { get; init; }

    public static Evenement Debut { get; } = new() { Cle = "debut" };

    /// <summary>A run that goes on from another asks what that one had decided and its history lost: nothing else comes of it.</summary>
    public static Evenement Reprise { get; } = new() { Cle = "reprise" };

    /// <summary>A moment that the journey waited for has come.</summary>
    public static Evenement Temps(Instant reveil) => new() { Cle = $"temps/{InstantPattern.ExtendedIso.Format(reveil)}" };

    public static Evenement De(Acte acte) => new() { Cle = $"acte/{acte.Cle}", Acte = acte };

    public static Evenement De(Demande demande, Reponse reponse) => new() { Cle = $"reponse/{demande.Cle}", Demande = demande, Reponse = reponse };

    public static Evenement De(DossierPartage partage) => new() { Cle = $"partage/{InstantPattern.ExtendedIso.Format(partage.Rang.Le)}/{partage.Rang.Numero}", Partage = partage };

    public static Evenement De(FinDeFil fin) => new() { Cle = $"fin/{fin.FilId}", FinDeFil = fin };
}
