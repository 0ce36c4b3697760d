namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Rows in memory: what a stream says that the store must hold.</summary>
/// <param name="recues">The data of the person that the store keeps.</param>
internal sealed class LignesEnMemoire(IReadOnlyCollection<DonneesRecues> recues) : ILignes
{
    private readonly Dictionary<string, object> lignes = [];

    public IReadOnlyCollection<object> Toutes => lignes.Values;

    /// <summary>References of data that were asked for and are not there.</summary>
    public List<string> Absentes { get; } = [];

    public ValueTask<T> TrouverAsync<T>(Func<T> creer, params object[] cle)
        where T : class
    {
        var nom = $"{typeof(T).Name}/{string.Join('/', cle)}";
        return ValueTask.FromResult((T)(lignes.TryGetValue(nom, out var ligne) ? ligne : lignes[nom] = creer()));
    }

    public ValueTask<IReadOnlyCollection<Tache>> TachesAsync(string dossierId) =>
        ValueTask.FromResult<IReadOnlyCollection<Tache>>([.. lignes.Values.OfType<Tache>().Where(t => t.DossierId == dossierId)]);

    public ValueTask<DonneesRecues?> DonneesAsync(string dossierId, string reference)
    {
        var connues = recues.FirstOrDefault(r => r.DossierId == dossierId && r.Id == reference);
        if (connues is null)
        {
            Absentes.Add(reference);
        }

        return ValueTask.FromResult(connues);
    }
}
