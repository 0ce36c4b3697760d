namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>The executive that has the powers of a président du conseil départemental in a place.</summary>
/// <param name="Ressort">Where.</param>
/// <param name="Periode">When.</param>
/// <param name="Decideur">Its kind.</param>
/// <param name="Titre">« président de la métropole de Lyon »: the quality that a decision is signed with.</param>
/// <param name="Nom">The body: « Métropole de Lyon ».</param>
/// <param name="Adresse">Where it is written to; null where a deployment has to say it.</param>
/// <param name="Article">What made it so; null in the ordinary case.</param>
public sealed record Executif(Ressort Ressort, Periode Periode, Decideur Decideur, string Titre, string Nom, string? Adresse, Droit.Article? Article = null);
