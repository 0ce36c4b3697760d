namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>Why a definition is not a template; stable, for tests and for pages.</summary>
public enum CodeErreur
{
    JsonIllisible,
    DefinitionTropGrande,
    RacineInattendue,
    ModeleVide,
    NoeudMalForme,
    NoeudEnDouble,
    EtapeInconnue,
    EntreeInconnue,
    EntreeManquante,
    ValeurInvalide,
    ValeurHorsBornes,
    ExpressionInconnue,
    ExpressionRefusee,
    LienMalForme,
    SortieInconnue,
    SortieNonReliee,
    SortieReliee2Fois,
    DebutManquant,
    DebutsMultiples,
    DebutAvecEntree,
    NoeudInaccessible,
    SansIssue,
    BoucleSansDecision,
    EtapeOmise,
    FilMele,
}
