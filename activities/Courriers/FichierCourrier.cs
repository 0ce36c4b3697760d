using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Activities.Courriers;

/// <summary>The file of a letter: named by its key, so that whoever tries again finds the same.</summary>
internal sealed partial class FichierCourrier
{
    private readonly string chemin;

    public FichierCourrier(string racine, string dossierId, string modele, string cle)
    {
        if (!NomSur().IsMatch(dossierId) || !NomSur().IsMatch(modele))
        {
            throw new LettreImpossibleException("Le courrier ne peut pas être classé : l'identifiant de son dossier n'est pas un nom de fichier.");
        }

        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cle)))[..32];
        Relatif = $"{dossierId}/{modele}-{Id[..12]}.html";
        chemin = Path.Combine(racine, dossierId, $"{modele}-{Id[..12]}.html");
    }

    public string Id { get; }

    /// <summary>Path below the root, with forward slashes.</summary>
    public string Relatif { get; }

    public static string Empreinte(string html) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)));

    /// <summary>The folder of the letters of a dossier; null for an id that names no folder, under which no letter was ever filed.</summary>
    public static string? Dossier(string racine, string dossierId) => NomSur().IsMatch(dossierId) ? Path.Combine(racine, dossierId) : null;

    /// <summary>Whether the file is there, whole and with that very content.</summary>
    public async Task<bool> EstAsync(string empreinte, CancellationToken cancellationToken) =>
        File.Exists(chemin) && Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(chemin, cancellationToken))) == empreinte;

    /// <summary>Whole or not at all. The same content again touches nothing.</summary>
    public async Task EcrireAsync(string html, CancellationToken cancellationToken)
    {
        if (File.Exists(chemin) && await File.ReadAllTextAsync(chemin, cancellationToken) == html)
        {
            return;
        }

        // The row that proves the letter is committed after this: no cut may keep the row and lose the letter.
        FichierDurable.Ecrire(chemin, Encoding.UTF8.GetBytes(html));
    }

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NomSur();
}
