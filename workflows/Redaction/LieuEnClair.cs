using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Redaction;

/// <summary>Where and how an appointment takes place, said the same on letters, pages and in an agenda.</summary>
public static class LieuEnClair
{
    private const char Insecable = '\u00a0';

    /// <summary>All that is needed to get there, one thing a line.</summary>
    public static IReadOnlyList<string> Lignes(LieuRendezVous lieu) =>
    [
        .. lieu.Canal switch
        {
            CanalRendezVous.Telephone => [Francais.Composer("Par téléphone : nous vous appelons au numéro que vous avez donné")],
            CanalRendezVous.Visio => [$"En visio, à cette adresse{Insecable}: {lieu.Lien}"],
            _ => new[] { lieu.Nom, lieu.Adresse },
        },
        Francais.Composer($"Pour nous joindre : {Numero(lieu.Telephone)}"),
    ];

    /// <summary>« Agence de Lens, 4 rue de la Gare, 62300 Lens », « par téléphone », « en visio ».</summary>
    public static string EnUneLigne(LieuRendezVous lieu) => lieu.Canal is CanalRendezVous.SurPlace ? $"{lieu.Nom}, {lieu.Adresse}" : Court(lieu);

    /// <summary>« Agence de Lens », « par téléphone », « en visio »: for narrow places.</summary>
    public static string Court(LieuRendezVous lieu) => lieu.Canal switch
    {
        CanalRendezVous.Telephone => "par téléphone",
        CanalRendezVous.Visio => "en visio",
        _ => lieu.Nom,
    };

    /// <summary>« 01 99 00 10 12 », never cut at the end of a line.</summary>
    public static string Numero(string telephone) => telephone.Replace(' ', Insecable);
}
