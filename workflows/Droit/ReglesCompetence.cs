using FranceTravail.Parcours.Workflows.Competence;
using static FranceTravail.Parcours.Workflows.Competence.NatureActe;

namespace FranceTravail.Parcours.Workflows.Droit;

/// <summary>Who decides which act for whom: the first row that fits. The place then says which authority that is (<see cref="TableCompetence"/>).</summary>
public sealed record ReglesCompetence : IRegles
{
    private static readonly AgesMissionLocale Jeunes = new(16, 25, 29);
    private static readonly NatureActe[] Versement = [Suspension, Suppression, RefusDeLever];

    private static readonly Article[] PublicJeune = [Article.Travail("L5314-2"), Article.Travail("L5131-6")];

    internal static ReglesCompetence PleinEmploi { get; } = new()
    {
        Version = VersionDroit.PleinEmploi,
        MissionLocale = Jeunes,
        Lignes =
        [
            new([NatureActe.Orientation], "au RSA", p => p.ARsa, FonctionDecideur.OrientationRsa, Article.Travail("L5411-5-1 II 2°"), Article.ActionSociale("L262-29")),
            new([Reorientation], "au RSA", p => p.ARsa, FonctionDecideur.OrientationRsa, Article.Travail("L5411-5-2 II 2°")),
            new([NatureActe.Orientation], "venue par la mission locale, sans RSA, de seize à vingt-cinq ans (vingt-neuf pour une personne handicapée)", EstJeune, FonctionDecideur.MissionLocale, [Article.Travail("L5411-5-1 II 3°"), .. PublicJeune]),
            new([Reorientation], "orientée par la mission locale, sans RSA", p => ReorienteePar(p, Decideur.MissionLocale, EstJeune), FonctionDecideur.MissionLocale, [Article.Travail("L5411-5-2 II 3°"), .. PublicJeune]),
            new([NatureActe.Orientation], "venue par Cap emploi, en situation de handicap, sans RSA", EstPublicCapEmploi, FonctionDecideur.CapEmploi, Article.Travail("L5411-5-1 II 4°")),
            new([Reorientation], "orientée par Cap emploi, sans RSA", p => ReorienteePar(p, Decideur.CapEmploi, EstPublicCapEmploi), FonctionDecideur.CapEmploi, Article.Travail("L5411-5-2 II 4°")),
            new([NatureActe.Orientation], "sans RSA", _ => true, FonctionDecideur.FranceTravail, Article.Travail("L5411-5-1 II 1°")),
            new([Reorientation], "sans RSA", _ => true, FonctionDecideur.FranceTravail, Article.Travail("L5411-5-2 II 1°")),
            new(Versement, "au RSA", p => p.ARsa, FonctionDecideur.SanctionRsa, Article.ActionSociale("L262-37"), Article.Travail("L5426-1")),
            new(Versement, "en CEJ ou en PACEA, suivie par une mission locale",
                p => p.AAllocationJeune && p.SuivieParMissionLocale, FonctionDecideur.MissionLocale, Article.Travail("L5426-1")),
            new(Versement, "indemnisée, ou en CEJ ou en PACEA ailleurs qu’en mission locale",
                p => p.ARevenuDeRemplacement || p.AAllocationJeune, FonctionDecideur.FranceTravail, Article.Travail("L5426-1")),
            new([Radiation], "inscrite", _ => true, FonctionDecideur.FranceTravail, Article.Travail("L5426-1")),
            new([CessationInscription], "inscrite", _ => true, FonctionDecideur.FranceTravail, Article.Travail("R5411-18")),
        ],
    };

    /// <summary>The decree names the signatories and creates the warning.</summary>
    internal static ReglesCompetence Remobilisation { get; } = PleinEmploi with
    {
        Version = VersionDroit.Remobilisation,
        Lignes =
        [
            .. PleinEmploi.Lignes.Select(l => l.Decide is FonctionDecideur.OrientationRsa or FonctionDecideur.SanctionRsa || !l.Actes.Any(a => a is Radiation or Suspension)
                ? l
                : l with { Articles = [.. l.Articles, Article.Travail("R5412-4")] }),
            new([Avertissement], "sans allocation ni RSA, suivie par une mission locale",
                p => p.Allocation is AllocationPercue.Aucune && p.SuivieParMissionLocale, FonctionDecideur.MissionLocale, Article.Travail("R5412-4"), Article.Travail("R5412-3-3")),
            new([Avertissement], "sans allocation ni RSA",
                p => p.Allocation is AllocationPercue.Aucune, FonctionDecideur.FranceTravail, Article.Travail("R5412-4"), Article.Travail("R5412-3-3")),
        ],
    };

    public required VersionDroit Version { get; init; }

    /// <summary>In order; the first that fits is the answer.</summary>
    public required IReadOnlyList<RegleCompetence> Lignes { get; init; }

    /// <summary>Whom a mission locale accompanies.</summary>
    public required AgesMissionLocale MissionLocale { get; init; }

    private static bool EstJeune(PersonneConcernee p) => p.Porte is PorteInscription.MissionLocale && Jeunes.Admet(p);

    /// <summary>Whoever decided the first orientation decides the next one, whatever the age since; where that is not known, whose public she is.</summary>
    private static bool ReorienteePar(PersonneConcernee p, Decideur decideur, Func<PersonneConcernee, bool> estSonPublic) =>
        p.OrienteePar is { } premier ? premier == decideur : estSonPublic(p);

    private static bool EstPublicCapEmploi(PersonneConcernee p) => p is { Porte: PorteInscription.CapEmploi, Boe: true };

    /// <summary>The row for an act and a person; null where the law knows no such act for her.</summary>
    public RegleCompetence? Trouver(NatureActe acte, PersonneConcernee personne) => Lignes.FirstOrDefault(l => l.Actes.Contains(acte) && l.Si(personne));
}
