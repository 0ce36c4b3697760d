namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>The memory of acts already done: a form sent twice finds its first answer, even after continue-as-new.</summary>
internal static class ActesConnus
{
    /// <summary>Far more than a person and her counsellor do between two reviews of a double-clicked page.</summary>
    public const int Max = 200;

    public static IReadOnlyList<ActeTraite> Ajouter(IReadOnlyList<ActeTraite> connus, ActeTraite nouveau) =>
        [.. connus.Skip(Math.Max(0, connus.Count + 1 - Max)), nouveau];

    public static ResultatActe? Trouver(IReadOnlyList<ActeTraite> connus, string cle) =>
        connus.FirstOrDefault(a => a.Cle == cle)?.Resultat;
}
