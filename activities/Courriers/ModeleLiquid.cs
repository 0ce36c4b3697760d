using Fluid;
using FranceTravail.Parcours.Workflows.Courriers;

namespace FranceTravail.Parcours.Activities.Courriers;

/// <summary>A letter that can be written: its model, and its text in two parts: the subject, plain text, and the body, HTML.</summary>
internal sealed record ModeleLiquid(ModeleCourrier Modele, IFluidTemplate Objet, IFluidTemplate Corps);
