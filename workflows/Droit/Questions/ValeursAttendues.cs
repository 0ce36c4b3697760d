namespace FranceTravail.Parcours.Workflows.Droit.Questions;

/// <summary>What each column of the questions accepts, in the words of an operator's help: the very codes that are read.</summary>
internal static class ValeursAttendues
{
    private const string Date = "une date, comme 2026-11-25";
    private const string SansPrecedent = " ; vide s’il n’y a pas de manquement précédent";

    public static string De(QuestionDeDroit question, string colonne) => colonne switch
    {
        "acte" => Un(Codes.Acte),
        "age" => "un nombre d’années",
        "age_du_plus_jeune" => "un nombre d’années ; vide s’il n’y a pas d’enfant à garder",
        "allocation" => Un(Codes.Allocation),
        "audition" => $"{Date} ; vide sans audition",
        "commune" => "un code INSEE, comme 67482",
        "date" when question.ColonnesFacultatives.Contains(colonne) => $"{Date} ; vide pour aujourd’hui",
        "date_faits_precedents" or "notification_precedente" => Date + SansPrecedent,
        "foyer" => $"{Un(Codes.Foyer)} ; pour le régime rsa",
        "heures" => "un nombre d’heures par semaine, comme 15 ou 7,5",
        "horloge" => Un(Horloge.Toutes),
        "mode_de_garde" or "parent_isole" => $"{Un(Codes.OuiNon)} ; pour le motif garde-enfant",
        "motif" => Un(Codes.Motif),
        "motif_precedent" => Un(Codes.Motif) + SansPrecedent,
        "motif_sans_heures" => $"{Un(Codes.MotifSansHeures)} ; vide s’il y a des heures",
        "organisme_referent" => $"{Un(Codes.Organisme)} ; vide s’il n’y en a pas",
        "orientee_par" => $"{Un(Codes.Decideurs)} ; vide avant la première orientation",
        "porte" => Un(Codes.Porte),
        "rang" => Un(Codes.Rang),
        "regime" => Un(Codes.Regime),
        "reorientation" => $"{Date} ; vide sans nouvelle orientation",
        "boe" or "demande_de_la_personne" or "diagnostic" or "raison_individuelle" => Un(Codes.OuiNon),
        "droits_et_devoirs" => $"{Un(Codes.OuiNon)} ; pour le régime rsa",
        "date" or "date_faits" or "depart" or "reception_avis" => Date,
        _ => throw new ArgumentOutOfRangeException(nameof(colonne), colonne, "A column of which nothing says what it accepts."),
    };

    private static string Un<T>(Dictionary<string, T> codes) => string.Join(", ", codes.Keys);
}
