namespace FranceTravail.Parcours.Workflows.Droit.Orientation;

/// <summary>The answers to the four questions of the national logigramme; null where nothing is known.</summary>
/// <param name="EmploiRecent">She works, or worked in the last years.</param>
/// <param name="SeProjette">She sees herself in a job.</param>
/// <param name="Formee">She has a diploma.</param>
/// <param name="Freins">Her difficulties.</param>
public sealed record ReponsesLogigramme(bool? EmploiRecent, bool? SeProjette, bool? Formee, NiveauFreins Freins)
{
    internal bool Completes => this is { EmploiRecent: not null, SeProjette: not null, Formee: not null };
}
