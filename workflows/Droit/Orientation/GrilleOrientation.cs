namespace FranceTravail.Parcours.Workflows.Droit.Orientation;

/// <summary>
/// The weights of the legal criteria, the same everywhere: an aid of the software that a person reads, no law. Making the
/// criteria more precise takes a joint arrêté.
/// </summary>
public sealed record GrilleOrientation
{
    /// <summary>What the weights, and the parts of each, add up to.</summary>
    public int Total { get; init; } = 100;

    public int PoidsEmploi { get; init; } = 25;

    public int PoidsAspirations { get; init; } = 25;

    public int PoidsQualification { get; init; } = 15;

    public int PoidsDifficultes { get; init; } = 35;

    /// <summary>Years since the last job that still count as recent.</summary>
    public int AnneesRecentes { get; init; } = 2;

    /// <summary>Years since the last job after which it is far.</summary>
    public int AnneesLongues { get; init; } = 5;

    /// <summary>Strong difficulties from which they are several.</summary>
    public int PlusieursFreins { get; init; } = 2;

    public PartsOrientation EnEmploi { get; init; } = new(100, 0, 0);

    public PartsOrientation EmploiRecent { get; init; } = new(80, 20, 0);

    public PartsOrientation SansEmploi { get; init; } = new(20, 65, 15);

    public PartsOrientation SansEmploiDeLongueDate { get; init; } = new(0, 60, 40);

    public PartsOrientation EmploiInconnu { get; init; } = new(10, 60, 30);

    public PartsOrientation SeProjette { get; init; } = new(85, 15, 0);

    public PartsOrientation NeSeProjettePas { get; init; } = new(0, 60, 40);

    /// <summary>Where nothing is known, for or against.</summary>
    public PartsOrientation NonConnu { get; init; } = new(34, 33, 33);

    public PartsOrientation SansDiplome { get; init; } = new(20, 60, 20);

    public PartsOrientation CapBep { get; init; } = new(60, 40, 0);

    public PartsOrientation Bac { get; init; } = new(75, 25, 0);

    public PartsOrientation Superieur { get; init; } = new(90, 10, 0);

    public PartsOrientation FreinsForts { get; init; } = new(0, 15, 85);

    public PartsOrientation FreinFort { get; init; } = new(5, 60, 35);

    public PartsOrientation FreinsMoyens { get; init; } = new(30, 65, 5);

    public PartsOrientation SansFrein { get; init; } = new(90, 10, 0);

    internal int MoisRecents => AnneesRecentes * 12;

    internal int MoisLongs => AnneesLongues * 12;
}
