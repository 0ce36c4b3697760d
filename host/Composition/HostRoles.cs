namespace FranceTravail.Parcours.Host.Composition;

/// <summary>What this process does; <c>--role</c> chooses.</summary>
[Flags]
internal enum HostRoles
{
    None = 0,
    Engine = 1,
    Worker = 2,
    Web = 4,
    Simulateurs = 8,
    All = Engine | Worker | Web | Simulateurs,
}
