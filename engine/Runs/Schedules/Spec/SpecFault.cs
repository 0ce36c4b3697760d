using FranceTravail.Parcours.Engine.Refusals;

namespace FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

/// <summary>What is wrong with a specification, as its sender is told.</summary>
internal static class SpecFault
{
    public static Refusal Of(string fault) => Errors.Invalid($"Invalid schedule spec: {fault}");
}
