namespace FranceTravail.Parcours.Workflows.Communes;

internal static class Liaisons
{
    /// <summary>The name after « de », with its article.</summary>
    public static string Du(this Liaison liaison, string nom) => liaison switch
    {
        Liaison.D => $"d’{nom}",
        Liaison.Du => $"du {nom}",
        Liaison.DeLa => $"de la {nom}",
        Liaison.Des => $"des {nom}",
        Liaison.DeL => $"de l’{nom}",
        _ => $"de {nom}",
    };
}
