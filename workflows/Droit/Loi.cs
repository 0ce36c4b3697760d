using FranceTravail.Parcours.Workflows.Droit.Activites;
using FranceTravail.Parcours.Workflows.Droit.Contrat;
using FranceTravail.Parcours.Workflows.Droit.Information;
using FranceTravail.Parcours.Workflows.Droit.Inscription;
using FranceTravail.Parcours.Workflows.Droit.Orientation;
using FranceTravail.Parcours.Workflows.Droit.Procedure;
using FranceTravail.Parcours.Workflows.Droit.Recours;
using FranceTravail.Parcours.Workflows.Droit.Revue;
using FranceTravail.Parcours.Workflows.Droit.Sanctions;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit;

/// <summary>
/// The law on the day of a fact: <c>Loi.Au(date).Contrat.PlancherHebdomadaire</c>. Each topic names its own version.
/// </summary>
/// <remarks>A topic that had no rules known here on that day throws <see cref="DroitInconnuException"/>; <see cref="Lois"/> has it as a value.</remarks>
public sealed class Loi
{
    private readonly Lois lois;
    private readonly Action<string, VersionDroit>? consulter;

    internal Loi(Lois lois, LocalDate le, Action<string, VersionDroit>? consulter) => (this.lois, Le, this.consulter) = (lois, le, consulter);

    /// <summary>The day of the fact.</summary>
    public LocalDate Le { get; }

    public ReglesInscription Inscription => Regles(lois.Inscription, "l’inscription");

    public ReglesOrientation Orientation => Regles(lois.Orientation, "l’orientation");

    public ReglesCompetence Competences => Regles(lois.Competences, "la compétence");

    public ReglesContrat Contrat => Regles(lois.Contrat, "le contrat d’engagement");

    public ReglesActivites Activites => Regles(lois.Activites, "les activités");

    public ReglesRevue Revue => Regles(lois.Revue, "les revues");

    public BaremeSanctions Sanctions => Regles(lois.Sanctions, "les sanctions");

    public ReglesProcedure Procedure => Regles(lois.Procedure, "la procédure contradictoire");

    public ReglesRecours Recours => Regles(lois.Recours, "les recours");

    public ReglesInformation Information => Regles(lois.Information, "l’information des personnes");

    /// <summary>The law of a day by the national table.</summary>
    public static Loi Au(LocalDate le) => Lois.Nationales.Au(le);

    private T Regles<T>(VersionsDe<T> versions, string sujet)
        where T : class, IRegles
    {
        var regles = versions.Trouver(Le) ?? throw new DroitInconnuException(sujet, Le, versions.Toutes[0].Version);
        consulter?.Invoke(sujet, regles.Version);
        return regles;
    }
}
