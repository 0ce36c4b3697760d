namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>Names fixed for ever because they are written in histories and used by clients.</summary>
public static class NomsParcours
{
    public const string Workflow = "Parcours";
    public const string FileDeTaches = "parcours";
    public const string MiseAJourAgir = "Agir";
    public const string RequeteAvancement = "Avancement";

    /// <summary>Failure type of a refused act; the failure's message is a French sentence for the user.</summary>
    public const string ActeRefuse = "ActeRefuse";

    /// <summary>Failure type of a run that is of no stream: it was started without what begins one, or under another id.</summary>
    public const string DemarrageEtranger = "DemarrageEtranger";

    /// <summary>Id of the principal thread, and name of its stream.</summary>
    public const string FilPrincipal = "accompagnement";

    public const string SignalFinDeFil = "FinDeFil";
    public const string SignalPartage = "Partage";

    private const string Prefixe = "parcours-";

    /// <summary>The id of the workflow of one dossier. A dossier id is opaque: nothing personal.</summary>
    public static string IdWorkflow(string dossierId) => $"{Prefixe}{dossierId}";

    /// <summary>The id of the workflow that carries a thread: the journey's own for those that it carries itself.</summary>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="flux">Stream, the id of the thread that the workflow carries.</param>
    public static string IdWorkflow(string dossierId, string flux) =>
        flux == FilPrincipal ? IdWorkflow(dossierId) : $"{IdWorkflow(dossierId)}.{flux}";

    /// <summary>The dossier and the stream of a workflow; null for one that is not of a journey.</summary>
    public static (string DossierId, string Flux)? De(string workflowId) =>
        !workflowId.StartsWith(Prefixe, StringComparison.Ordinal) ? null
        : workflowId[Prefixe.Length..].Split('.', 2) is [var dossierId, var fil] ? (dossierId, fil)
        : (workflowId[Prefixe.Length..], FilPrincipal);

    /// <summary>The dossier of the workflow of a journey; null for the workflow of one of its threads.</summary>
    public static string? DossierDe(string workflowId) => De(workflowId) is (var dossierId, FilPrincipal) ? dossierId : null;
}
