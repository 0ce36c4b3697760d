namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>Where an appointment stands, from the invitation to what became of it. What the organism itself did not keep is said as such.</summary>
public enum StatutRendezVous
{
    /// <summary>The person is invited, and has not answered.</summary>
    Propose,

    /// <summary>She is expected, after an invitation that led to nothing.</summary>
    Convoque,

    /// <summary>She said that she comes.</summary>
    Confirme,

    /// <summary>Its hour has come, and nobody has said yet what became of it.</summary>
    AConstater,
    Honore,

    /// <summary>She was expected and did not come, without a reason that is known.</summary>
    Absence,

    /// <summary>The invitation had no answer, and she did not come: perhaps she never read it.</summary>
    SansReponse,

    /// <summary>Absent with a reason given before or after: never counted.</summary>
    Excuse,

    /// <summary>Given back: the person asked another time.</summary>
    Deplace,

    /// <summary>The organism asked another time.</summary>
    DeplaceParOrganisme,

    /// <summary>She said beforehand that she cannot come.</summary>
    AnnuleParPersonne,
    AnnuleParOrganisme,

    /// <summary>She was expected, and the organism did not receive her.</summary>
    NonTenu,

    /// <summary>The journey closed before it.</summary>
    SansObjet,
}
