using Fluid;

namespace FranceTravail.Parcours.Activities.Courriers;

/// <summary>A template in two parts: its subject, plain text, and its body, HTML.</summary>
internal sealed record ModeleLiquid(IFluidTemplate Objet, IFluidTemplate Corps);
