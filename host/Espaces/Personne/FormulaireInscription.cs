using FranceTravail.Parcours.Host.Inscriptions;

namespace FranceTravail.Parcours.Host.Espaces.Personne;

/// <summary>The posted inscription form: the person's fields and what belongs to the form itself.</summary>
/// <param name="Saisie">The person's fields.</param>
/// <param name="Cle">Key of the form: the same posted twice makes one dossier.</param>
/// <param name="PreRemplir">Asks the CAF instead of registering.</param>
/// <param name="Informe">Rights and duties were read.</param>
/// <param name="SansIllisibles">Optional answers that cannot be read are to be left out.</param>
/// <param name="Distincte">A human says that this is not the person of the same name who is registered already.</param>
internal sealed record FormulaireInscription(SaisieInscription Saisie, string Cle, bool PreRemplir, bool Informe, bool SansIllisibles, bool Distincte)
{
    public static FormulaireInscription Vide() => new(new(), Guid.NewGuid().ToString("n"), false, false, false, false);

    public static FormulaireInscription De(IFormCollection form)
    {
        string? Field(string name) => form.TryGetValue(name, out var value) ? value.ToString() : null;
        return new(
            new()
            {
                Nom = Field(nameof(SaisieInscription.Nom)),
                Prenom = Field(nameof(SaisieInscription.Prenom)),
                DateNaissance = Field(nameof(SaisieInscription.DateNaissance)),
                CodePostal = Field(nameof(SaisieInscription.CodePostal)),
                Ville = Field(nameof(SaisieInscription.Ville)),
                Adresse = Field(nameof(SaisieInscription.Adresse)),
                Telephone = Field(nameof(SaisieInscription.Telephone)),
                Courriel = Field(nameof(SaisieInscription.Courriel)),
                ReferenceCaf = Field(nameof(SaisieInscription.ReferenceCaf)),
                Allocation = Field(nameof(SaisieInscription.Allocation)),
                PersonnesFoyer = Field(nameof(SaisieInscription.PersonnesFoyer)),
                EnfantsMoinsDe12 = Field(nameof(SaisieInscription.EnfantsMoinsDe12)),
                ParentIsole = Field(nameof(SaisieInscription.ParentIsole)),
                Qualification = Field(nameof(SaisieInscription.Qualification)),
                MoisSansEmploi = Field(nameof(SaisieInscription.MoisSansEmploi)),
                Boe = Field(nameof(SaisieInscription.Boe)),
                SeProjette = Field(nameof(SaisieInscription.SeProjette)),
                Freins = Field(nameof(SaisieInscription.Freins)),
            },
            Guid.TryParse(Field("cle"), out var cle) ? cle.ToString("n") : Guid.NewGuid().ToString("n"),
            Field("demande") is "caf",
            Field("informe") is "oui",
            Field("sans") is "oui",
            Field("distincte") is "oui");
    }
}
