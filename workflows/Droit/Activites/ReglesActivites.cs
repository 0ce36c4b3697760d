namespace FranceTravail.Parcours.Workflows.Droit.Activites;

/// <summary>What counts as an activity of the plan, declared week after week.</summary>
public sealed record ReglesActivites : IRegles
{
    internal static ReglesActivites PleinEmploi { get; } = new()
    {
        Version = VersionDroit.PleinEmploi,
        Article = Article.Travail("R5411-15"),
        Natures =
        [
            new("mise-en-situation", "1°"),
            new("formation", "2°"),
            new("appui-recherche", "3°"),
            new("accompagnement", "4°"),
            new("acces-droits", "5°"),
            new("activite-existante", "6°"),
        ],
        HeuresDeclareesMax = 70,
    };

    public required VersionDroit Version { get; init; }

    public required Article Article { get; init; }

    /// <summary>The six kinds; individual or collective, supervised or autonomous.</summary>
    public required IReadOnlyList<NatureActivite> Natures { get; init; }

    /// <summary>More than this in a week is a slip of the keyboard: a check of the product, no rule of law.</summary>
    public required decimal HeuresDeclareesMax { get; init; }
}
