using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>What the designer needs to know of a step: one source for its palette, its compiler and the interpreter.</summary>
public sealed record DefinitionEtape
{
    /// <summary>Type name, stable: <c>Parcours.PremierRendezVous</c>.</summary>
    public required string Type { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>Place in lists of steps: the order of the national journey.</summary>
    public int Rang { get; init; } = 100;

    public required string Nom { get; init; }

    public required string Description
    {
        get;
        init => field = Francais.Composer(value);
    }

    /// <summary>What the step is, said to the person by the law of a day; null where she needs not know.</summary>
    public Func<Loi, string>? EnClair { get; init; }

    /// <summary>
    /// Nature of a task of the organisation → how it is said to the person whom it is owed to: « Vous proposer un contrat
    /// d’engagement ». A task is named once, for who must do it; this is the other side.
    /// </summary>
    public IReadOnlyDictionary<string, string> PourLaPersonne { get; init; } = new Dictionary<string, string>();

    /// <summary>Codes of the facts that say together where the person stands: the last one is read back to her.</summary>
    public IReadOnlyList<string> FaitsDePoint { get; init; } = [];

    /// <summary>Codes of the facts that are an exchange with the person: she reads them on her page, with the words behind them.</summary>
    public IReadOnlyList<string> FaitsDEchange { get; init; } = [];

    /// <summary>Receives the person for the first time: she reads until when, and who waits for it is counted.</summary>
    public bool EstPremierAccueil => Apporte is Acquis.PremierAccueil;

    /// <summary>What the person reads first on her page while the step is under way and nothing is asked of her; null when it has nothing to say.</summary>
    public CarteEtape? Carte { get; init; }

    /// <summary>What is asked of whoever opens a thread that begins here; null when nothing is.</summary>
    public Demarche? Demarche { get; init; }

    public IReadOnlyList<EntreeEtape> Entrees { get; init; } = [];
    public IReadOnlyList<SortieEtape> Sorties { get; init; } = [];

    /// <summary>Only as the first node of a template.</summary>
    public bool EstDebut { get; init; }

    /// <summary>Ends the journey: no outcome.</summary>
    public bool EstFin { get; init; }

    /// <summary>A person decides here, so a cycle of the graph that passes through this step cannot run away.</summary>
    public bool PermetUneBoucle { get; init; }

    /// <summary>What whoever passed this step has.</summary>
    public Acquis? Apporte { get; init; }

    /// <summary>What every way here must have brought: what the law puts before this step, and no territory may leave out.</summary>
    public IReadOnlyList<Acquis> Suppose { get; init; } = [];

    /// <summary>A review: after it the workflow continues as new.</summary>
    public bool EstRevue { get; init; }

    /// <summary>Declares a thread: only its outcome is a step.</summary>
    public bool EstDebutDeFil { get; init; }

    /// <summary>Declares where the accompaniment is taken up (<see cref="Reprise.RepriseDefinition"/>): only its outcome is a step.</summary>
    public bool EstReprise { get; init; }

    /// <summary>What the step announces that must not stay without a follow-up: a step that follows it up begins then, in a thread or in the accompaniment, whatever the template.</summary>
    public IReadOnlyList<string> Entraine { get; init; } = [];

    /// <summary>The announcements that this step follows up, beside the one that opens it.</summary>
    public IReadOnlyList<string> Suit { get; init; } = [];

    /// <summary>Begins a thread, and only one that this announcement opens: the step reads what goes with it. Null for any other.</summary>
    public string? OuvertPar { get; init; }

    /// <summary>Whether a step follows an announcement up: where it stands, or by the thread that it begins.</summary>
    public bool DonneSuiteA(string annonce) => OuvertPar == annonce || Suit.Contains(annonce);

    /// <summary>Ends its thread, which must not be the principal one.</summary>
    public bool EstFinDeFil { get; init; }

    /// <summary>Goes on beside the following steps once left (weekly follow-up).</summary>
    public bool EnArrierePlan { get; init; }
}
