namespace FranceTravail.Parcours.Host.Parcours;

/// <summary>What an act came to: done with a sentence, refused with a sentence, or not known because the engine did not answer.</summary>
internal sealed record ReponseActe(IssueActe Issue, string Message);
