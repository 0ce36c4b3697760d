namespace FranceTravail.Parcours.Workflows.Tests.Versions;

/// <summary>
/// Writes the kept files of today's versions. Run explicitly after a new version, or after a change of one that no journey out in
/// the world has yet (<c>-explicit only -class "*Recording"</c>); the files of older versions are never written again.
/// </summary>
public class Recording
{
    [Fact(Explicit = true)]
    public async Task Of_what_histories_keep()
    {
        foreach (var valeur in ValeurGardee.Toutes)
        {
            await valeur.EnregistrerAsync();
        }
    }
}
