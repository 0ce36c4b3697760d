namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>The breaches that the law knows; the list is closed.</summary>
public enum Manquement
{
    /// <summary>Of the obligations of the contract: assiduity, actions, positive and repeated acts.</summary>
    Contrat,

    /// <summary>Refusal to draft or to update the contract.</summary>
    RefusContrat,

    /// <summary>A second refusal of a reasonable job offer.</summary>
    OffreRaisonnable,

    /// <summary>Fraud or false declaration.</summary>
    Fraude,

    /// <summary>An undeclared activity of very short duration.</summary>
    ActiviteBreve,

    /// <summary>A reconversion project that is not carried out.</summary>
    Reconversion,

    /// <summary>RSA: refusal of the controls.</summary>
    RefusControle,
}
