using System.Text.Json.Nodes;

namespace FranceTravail.Parcours.Workflows.Serialisation;

/// <summary>
/// The formats that one kind of kept value has had, from 1 on, and the way from each to the next. Histories keep values for years:
/// whoever reads one reads the format of its time, and has today's.
/// </summary>
/// <param name="nom">What the value is, in French, as the head of a sentence: « L’état d’un parcours ».</param>
/// <param name="passages">From version n to n + 1, at index n − 1: each changes the JSON of a value in place. Only ever added to.</param>
public sealed class Versions(string nom, params IReadOnlyList<Action<JsonObject>> passages)
{
    /// <summary>The member that carries it.</summary>
    public const string Membre = "version";

    /// <summary>The format that this program writes.</summary>
    public int Courante => passages.Count + 1;

    /// <summary>Brings a value up to today's format, in place.</summary>
    /// <exception cref="VersionPlusRecenteException">A later program wrote it.</exception>
    public void Lever(JsonObject json)
    {
        for (var version = De(json); version != Courante; version++)
        {
            Admettre(version);
            passages[version - 1](json);
            json[Membre] = version + 1;
        }
    }

    /// <exception cref="VersionPlusRecenteException">A later program wrote values of this version.</exception>
    public void Admettre(int version)
    {
        if (version > Courante)
        {
            throw new VersionPlusRecenteException(
                $"{nom} porte la version {version}, et ce programme ne connaît que la version {Courante} : un programme plus récent l’a écrit. Remettez-le en service ; rien n’a été modifié.");
        }

        if (version < 1)
        {
            throw new InvalidDataException($"{nom} porte la version {version} : elles commencent à 1.");
        }
    }

    /// <summary>Nothing was written without a version but in the first format.</summary>
    private static int De(JsonObject json) => (int?)json[Membre] ?? 1;
}
