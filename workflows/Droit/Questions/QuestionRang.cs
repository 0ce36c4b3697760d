using FranceTravail.Parcours.Workflows.Droit.Sanctions;

namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>Whether a breach is the first one.</summary>
internal sealed class QuestionRang : QuestionDeDroit
{
    public override string Nom => "rang";

    public override string Description => "Si un manquement est le premier, ou la réitération d’un manquement déjà sanctionné.";

    public override IReadOnlyList<string> Colonnes { get; } =
        ["regime", "motif", "date_faits", "motif_precedent", "date_faits_precedents", "notification_precedente", "reorientation"];

    public override IReadOnlyList<string> ColonnesReponse { get; } = ["rang"];

    private protected override ReponseDeDroit Repondre(CasDeDroit cas, ContexteQuestions contexte)
    {
        var (regime, motif, le) = (cas.Code("regime", Codes.Regime), cas.Code("motif", Codes.Motif), cas.Date("date_faits"));
        var precedent = Precedent(cas);
        var reorientation = cas.DateFacultative("reorientation");
        if (precedent is { } puni && puni.NotifieLe < puni.CommisLe)
        {
            cas.Refuser("La décision précédente ne peut pas avoir été notifiée avant les faits qu’elle sanctionne.");
        }

        if (cas.Erreur is not null)
        {
            return new();
        }

        if (contexte.Lois.Sanctions.Trouver(le) is not { } bareme)
        {
            return ReponseDeDroit.Inconnue("les sanctions", le, contexte.Lois.Sanctions.Toutes[0].Version);
        }

        if (!bareme.Connait(regime, motif))
        {
            return ReponseDeDroit.Impossible("Le barème ne prévoit pas ce manquement pour cette personne : il n’a pas de rang.");
        }

        var examen = (regime is RegimeSanction.Rsa ? bareme.ReiterationRsa : bareme.Reiteration).Examiner(motif, le, precedent, reorientation);
        return new()
        {
            Valeurs = [examen.Rang is RangManquement.Premier ? "premier" : "reiteration"],
            Phrases = [examen.Rang is RangManquement.Premier ? "Ce manquement compte comme le premier." : "Ce manquement est une réitération.", examen.Raison],
            Articles = examen.Articles,
            Version = bareme.Version,
        };
    }

    /// <summary>The three columns go together: all empty when nothing was punished before.</summary>
    private static ManquementPuni? Precedent(CasDeDroit cas) =>
        cas.Texte("motif_precedent") is null && cas.Texte("date_faits_precedents") is null && cas.Texte("notification_precedente") is null
            ? null
            : new(cas.Code("motif_precedent", Codes.Motif), cas.Date("date_faits_precedents"), cas.Date("notification_precedente"));
}
