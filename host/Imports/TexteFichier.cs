using System.Text;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>Reads a file as UTF-8 text, or says clearly that it is something else.</summary>
internal static class TexteFichier
{
    private const long Largest = 256L * 1024 * 1024;
    private const int Piece = 1024 * 1024;
    private const string PasDuTexte = "Ce fichier n’est pas du texte : exportez-le au format « CSV UTF-8 ».";

    /// <summary>The same for a command, which can be ended while what it reads has nothing to say: a pipe.</summary>
    /// <exception cref="FichierRefuse">The file is missing, too large, or not UTF-8.</exception>
    public static Task<string> LireAsync(string path, CancellationToken cancellationToken) =>
        Task.Run(() => Lire(path), CancellationToken.None).WaitAsync(cancellationToken);

    /// <exception cref="FichierRefuse">The file is missing, too large, or not UTF-8.</exception>
    public static string Lire(string path)
    {
        if (Directory.Exists(path))
        {
            throw new FichierRefuse($"« {path} » est un dossier : nommez un fichier.");
        }

        byte[] bytes;
        try
        {
            if (!File.Exists(path))
            {
                throw new FichierRefuse($"Le fichier « {path} » n’existe pas.");
            }

            bytes = Octets(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FichierRefuse($"Le fichier « {path} » ne peut pas être lu.");
        }

        return Decoder(bytes);
    }

    /// <summary>What is no ordinary file says no length, or a wrong one, and may have no end: what is read is what counts.</summary>
    private static byte[] Octets(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var (kept, piece) = (new MemoryStream(), new byte[Piece]);
        for (int count; (count = file.Read(piece)) > 0;)
        {
            kept.Write(piece, 0, count);
            if (kept.Length > Largest)
            {
                throw new FichierRefuse($"Le fichier « {path} » dépasse 256 Mo : découpez-le.");
            }

            if (!EstUtf16(kept.GetBuffer()) && piece.AsSpan(0, count).Contains((byte)0))
            {
                throw new FichierRefuse(PasDuTexte);
            }
        }

        return kept.ToArray();
    }

    private static bool EstUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    internal static string Decoder(ReadOnlySpan<byte> bytes)
    {
        if (EstUtf16(bytes))
        {
            throw new FichierRefuse("Le fichier est en UTF-16. Enregistrez-le au format « CSV UTF-8 », puis recommencez.");
        }

        bytes = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? throw new FichierRefuse(PasDuTexte) : text;
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
