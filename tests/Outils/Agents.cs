using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Outils;

/// <summary>Who of the seeded counsellors acts on a task that nobody is named on.</summary>
internal static class Agents
{
    /// <summary>
    /// An agent of the authority, or a counsellor of the organism, whose queue it is, else anybody of the territory. Whoever supervises where there is one: she is nobody's
    /// référent, and may decide on what a référent asks for.
    /// </summary>
    public static string De(Tache tache)
    {
        var territoire = Conseillers.Initiaux.Where(c => c.Territoire == tache.Territoire);
        return tache.ResponsableId ?? (tache.ResponsableFile!.Split('/') switch
        {
            [_, var autorite] => territoire.Where(c => c.Autorite.ToString() == autorite).OrderByDescending(c => c.Encadrant).First(),
            [_, _, var organisme, .. var autorite] => territoire.First(c => !c.Encadrant && c.Organisme.ToString() == organisme && autorite.All(a => c.Autorite.ToString() == a)),
            _ => territoire.First(c => !c.Encadrant),
        }).Id;
    }
}
