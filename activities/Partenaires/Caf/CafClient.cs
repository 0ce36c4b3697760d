using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Activities.Partenaires.Caf;

/// <summary>Reads rights at the CAF.</summary>
public sealed partial class CafClient(HttpClient http) : IClientPartenaire
{
    internal const string Nom = "CAF";

    static string IClientPartenaire.NomDuPartenaire => Nom;

    /// <summary>Whether a text has the form of a reference: seven digits.</summary>
    public static bool EstUneReference(string reference) => SeptChiffres().IsMatch(reference);

    /// <summary>The rights of a reference of seven digits, or null when the CAF knows none.</summary>
    /// <exception cref="ArgumentException">The reference has not seven digits.</exception>
    /// <exception cref="PartenaireIndisponibleException">The CAF does not answer for now.</exception>
    /// <exception cref="PartenaireRefusException">The CAF refuses to say.</exception>
    public Task<DroitsCaf?> LireDroitsAsync(string reference, CancellationToken cancellationToken) => EstUneReference(reference)
        ? http.LireAsync<DroitsCaf>(Nom, $"/caf/droits/{reference}", cancellationToken)
        : throw new ArgumentException("A CAF reference has seven digits.", nameof(reference));

    [GeneratedRegex("^[0-9]{7}\\z")]
    private static partial Regex SeptChiffres();
}
