namespace FranceTravail.Parcours.Host.Simulateurs;

/// <summary>How the simulators of the partner systems run.</summary>
public sealed class SimulateursOptions
{
    /// <summary>Their SQLite file: what they answered once, they answer again after a restart. Required.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>Loopback address and port; port 0 takes a free one.</summary>
    public string Address { get; init; } = "127.0.0.1:0";

    /// <summary>Seed of the invented persons, of the agendas and of the faults.</summary>
    public int Graine { get; init; } = 1;

    /// <summary>The clock of the process: agendas follow it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
