using System.Runtime.CompilerServices;

namespace FranceTravail.Parcours.Activities.Tests;

/// <summary>Holds a text against its approved file. To approve a change, copy the received file, written beside, over the approved one.</summary>
internal static class Approbation
{
    public static void Verifier(string nom, string recu, [CallerFilePath] string ici = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(ici)!, "Approuves", nom);
        var text = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (text != recu)
        {
            File.WriteAllText(Path.ChangeExtension(approved, $"received{Path.GetExtension(nom)}"), recu);
        }

        Assert.Equal(text, recu);
    }
}
