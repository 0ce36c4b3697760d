namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Rows in memory: what a stream says that the store must hold.</summary>
internal sealed class LignesEnMemoire : ILignes
{
    private readonly Dictionary<string, object> lignes = [];

    public IReadOnlyCollection<object> Toutes => lignes.Values;

    public ValueTask<T> TrouverAsync<T>(Func<T> creer, params object[] cle)
        where T : class
    {
        var nom = $"{typeof(T).Name}/{string.Join('/', cle)}";
        return ValueTask.FromResult((T)(lignes.TryGetValue(nom, out var ligne) ? ligne : lignes[nom] = creer()));
    }
}
