using FranceTravail.Parcours.Workflows.Droit.Activites;
using FranceTravail.Parcours.Workflows.Droit.Contrat;
using FranceTravail.Parcours.Workflows.Droit.Information;
using FranceTravail.Parcours.Workflows.Droit.Inscription;
using FranceTravail.Parcours.Workflows.Droit.Modele;
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
    private readonly Lois _lois;

    internal Loi(Lois lois, LocalDate le) => (_lois, Le) = (lois, le);

    /// <summary>The day of the fact.</summary>
    public LocalDate Le { get; }

    public ReglesInscription Inscription => Regles(_lois.Inscription, "l’inscription");

    public ReglesOrientation Orientation => Regles(_lois.Orientation, "l’orientation");

    public ReglesCompetence Competences => Regles(_lois.Competences, "la compétence");

    public ReglesContrat Contrat => Regles(_lois.Contrat, "le contrat d’engagement");

    public ReglesActivites Activites => Regles(_lois.Activites, "les activités");

    public ReglesRevue Revue => Regles(_lois.Revue, "les revues");

    public BaremeSanctions Sanctions => Regles(_lois.Sanctions, "les sanctions");

    public ReglesProcedure Procedure => Regles(_lois.Procedure, "la procédure contradictoire");

    public ReglesRecours Recours => Regles(_lois.Recours, "les recours");

    public ReglesInformation Information => Regles(_lois.Information, "l’information des personnes");

    public ReglagesModele Modele => Regles(_lois.Modele, "les réglages du modèle");

    /// <summary>The latest version in force on that day of what a journey decides by: the law as a decision names it. What a person is told of her data is not.</summary>
    public VersionDroit Version =>
        new IRegles?[]
        {
            _lois.Inscription.Trouver(Le), _lois.Orientation.Trouver(Le), _lois.Competences.Trouver(Le), _lois.Contrat.Trouver(Le), _lois.Activites.Trouver(Le),
            _lois.Revue.Trouver(Le), _lois.Sanctions.Trouver(Le), _lois.Procedure.Trouver(Le), _lois.Recours.Trouver(Le), _lois.Modele.Trouver(Le),
        }.OfType<IRegles>().Select(r => r.Version).MaxBy(v => v.DepuisLe) ?? throw new DroitInconnuException("le parcours", Le, _lois.Inscription.Toutes[0].Version);

    /// <summary>The law of a day by the national table.</summary>
    public static Loi Au(LocalDate le) => Lois.Nationales.Au(le);

    private T Regles<T>(VersionsDe<T> versions, string sujet)
        where T : class, IRegles => versions.Trouver(Le) ?? throw new DroitInconnuException(sujet, Le, versions.Toutes[0].Version);
}
