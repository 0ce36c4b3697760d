namespace FranceTravail.Parcours.Activities.Partenaires.Messages;

/// <summary>Hands letters and messages over to who carries them.</summary>
internal sealed class MessagesClient(HttpClient http) : IClientPartenaire
{
    internal const string Nom = "messages";

    static string IClientPartenaire.NomDuPartenaire => Nom;

    public async Task<Depot> EnvoyerAsync(string cle, string dossier, string canal, string modele, string fichier, CancellationToken cancellationToken) =>
        (await http.FaireAsync<Depot>(Nom, HttpMethod.Post, "/messages", cle, new { dossier, canal, modele, fichier }, null, cancellationToken))!;
}
