using System.Text;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>Reads a file as UTF-8 text, or says clearly that it is something else.</summary>
internal static class TexteFichier
{
    private const long Largest = 256L * 1024 * 1024;

    /// <exception cref="FichierRefuse">The file is missing, too large, or not UTF-8.</exception>
    public static string Lire(string path)
    {
        byte[] bytes;
        try
        {
            if (!File.Exists(path))
            {
                throw new FichierRefuse($"Le fichier « {path} » n’existe pas.");
            }

            bytes = new FileInfo(path).Length <= Largest ? File.ReadAllBytes(path) : throw new FichierRefuse($"Le fichier « {path} » dépasse 256 Mo : découpez-le.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FichierRefuse($"Le fichier « {path} » ne peut pas être lu.");
        }

        return Decoder(bytes);
    }

    internal static string Decoder(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw new FichierRefuse("Le fichier est en UTF-16. Enregistrez-le au format « CSV UTF-8 », puis recommencez.");
        }

        bytes = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? throw new FichierRefuse("Ce fichier n’est pas du texte : exportez-le au format « CSV UTF-8 ».") : text;
        }
        catch (DecoderFallbackException error)
        {
            var line = bytes[..Math.Max(0, error.Index)].Count((byte)'\n') + 1;
            throw new FichierRefuse(
                $"Le fichier n’est pas en UTF-8 : un caractère de la ligne {line} est dans un autre encodage (Windows-1252 ou Latin-1, sans doute). "
                + "Enregistrez-le au format « CSV UTF-8 », puis recommencez.");
        }
    }
}
