namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>An effect of one run on others, carried out behind the transition that caused it and in the same commit.</summary>
internal interface IEffect
{
    void CarryOut(IRunSpace space, RunKey source);
}
