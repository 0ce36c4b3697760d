namespace FranceTravail.Parcours.Activities.Partenaires.FranceTravail;

/// <summary>Registers dossiers and orientations at France Travail.</summary>
internal sealed class FranceTravailClient(HttpClient http) : IClientPartenaire
{
    internal const string Nom = "France Travail";

    static string IClientPartenaire.NomDuPartenaire => Nom;

    /// <summary>Registers a dossier; the answer is its identifier.</summary>
    public async Task<string> InscrireAsync(string cle, string dossier, string territoire, CancellationToken cancellationToken) =>
        (await http.FaireAsync<Inscrit>(Nom, HttpMethod.Post, "/france-travail/inscriptions", cle, new { dossier, territoire }, null, cancellationToken))!.Identifiant;

    public Task OrienterAsync(string cle, string dossier, string parcours, string organisme, CancellationToken cancellationToken) =>
        http.FaireAsync<object>(Nom, HttpMethod.Post, "/france-travail/orientations", cle, new { dossier, parcours, organisme }, null, cancellationToken);

    private sealed record Inscrit
    {
        public required string Identifiant { get; init; }
    }
}
