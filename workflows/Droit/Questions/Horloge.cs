using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>A clock of the law: its delay on a day, in the version of that day, and the first version that has it.</summary>
internal readonly record struct Horloge(Func<Lois, LocalDate, (DelaiDeDroit Delai, VersionDroit Version)?> Au, Func<Lois, VersionDroit> Premiere)
{
    public static Dictionary<string, Horloge> Toutes { get; } = new()
    {
        ["orientation-rsa"] = De(l => l.Orientation, r => r.DelaiRsa),
        ["premier-rendez-vous"] = De(l => l.Orientation, r => r.PremierRendezVous),
        ["contrat"] = De(l => l.Contrat, r => r.DelaiSignature),
        ["changement-adresse"] = De(l => l.Inscription, r => r.ChangementAdresse),
        ["parcours-social"] = De(l => l.Revue, r => r.ParcoursSocial),
        ["parcours-social-12"] = De(l => l.Revue, r => r.ParcoursSocialAvecMotif),
        ["recours-administratif"] = De(l => l.Recours, r => r.AdministratifPrealable),
        ["mediation"] = De(l => l.Recours, r => r.MediationPrealable),
        ["tribunal"] = De(l => l.Recours, r => r.Tribunal),
    };

    private static Horloge De<T>(Func<Lois, VersionsDe<T>> sujet, Func<T, DelaiDeDroit> delai)
        where T : class, IRegles =>
        new((lois, le) => sujet(lois).Trouver(le) is { } regles ? (delai(regles), regles.Version) : null, lois => sujet(lois).Toutes[0].Version);
}
