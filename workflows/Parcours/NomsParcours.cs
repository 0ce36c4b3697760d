namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>Names fixed for ever because they are written in histories and used by clients.</summary>
public static class NomsParcours
{
    public const string Workflow = "Parcours";
    public const string FileDeTaches = "parcours";
    public const string MiseAJourAgir = "Agir";
    public const string RequeteSituation = "Situation";

    /// <summary>Failure type of a refused act; the failure's message is a French sentence for the user.</summary>
    public const string ActeRefuse = "ActeRefuse";

    /// <summary>Patch of the second generation of rules.</summary>
    internal const string CorrectifGeneration2 = "generation-2";

    /// <summary>The id of the workflow of one dossier. A dossier id is opaque: nothing personal.</summary>
    public static string IdWorkflow(string dossierId) => $"parcours-{dossierId}";
}
