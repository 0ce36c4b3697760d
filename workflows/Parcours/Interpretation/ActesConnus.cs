using FranceTravail.Parcours.Workflows.Parcours.Etats;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>The memory of acts already done: a form sent twice finds its first answer, even after continue-as-new.</summary>
internal static class ActesConnus
{
    /// <summary>Far more than a person and her counsellor do within the minutes in which a form may be sent twice.</summary>
    public const int Max = 40;

    public static IReadOnlyDictionary<string, ResultatActe> Ajouter(IReadOnlyDictionary<string, ResultatActe> connus, string cle, ResultatActe resultat)
    {
        var tous = connus.Avec(cle, resultat);
        return tous.Count <= Max ? tous : tous.Sans(tous.MinBy(a => a.Value.Projection).Key);
    }
}
