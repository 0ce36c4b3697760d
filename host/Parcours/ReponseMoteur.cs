namespace FranceTravail.Parcours.Host.Parcours;

/// <summary>What became of something that a journey was asked: the whole family, whatever the SDK threw.</summary>
internal abstract record ReponseMoteur
{
    private ReponseMoteur(string phrase) => Phrase = phrase;

    /// <summary>One French sentence for whoever asked.</summary>
    public string Phrase { get; }

    /// <summary>The same where there is no form to send again: one of many lines, or a task that was closed meanwhile.</summary>
    public string SansFormulaire =>
        EstIncertain ? "Le service n’a pas dit si c’est enregistré. Rouvrez la liste ou le dossier dans un moment : si ce n’y est pas, recommencez."
        : this is EnPanne ? "Rien n’a été enregistré : les dossiers ne peuvent pas être écrits pour l’instant, et l’incident est noté. Recommencez dans un moment."
        : Phrase;

    /// <summary>The outcome is not known: who asks again must use the same key, and keep what was typed.</summary>
    public bool EstIncertain => this is SansReponse or Inconnu;

    /// <summary>Nobody refused: the same may be sent again, with the same key.</summary>
    public bool EstARenvoyer => EstIncertain || this is EnPanne;

    /// <summary>It is done, and its effects are visible; by this call or by one before.</summary>
    public sealed record Fait(string Message) : ReponseMoteur(Message);

    /// <summary>It was refused, and nothing was recorded.</summary>
    public sealed record Refuse(string Raison) : ReponseMoteur(Raison);

    /// <summary>It could not even be sent, because what goes with it could not be kept: nothing was recorded.</summary>
    public sealed record EnPanne(string Raison) : ReponseMoteur(Raison);

    /// <summary>Nobody answered in time: no worker, a slow engine, none at all. It may still be done later.</summary>
    public sealed record SansReponse() : ReponseMoteur(
        "Le service ne répond pas pour l’instant. Votre saisie est gardée : renvoyez-la dans un moment, elle ne comptera qu’une fois.");

    /// <summary>Something answered, but its answer does not say what became of it: a defect, for those who run the service to look into.</summary>
    public sealed record Inconnu() : ReponseMoteur(
        "Le service n’a pas su dire si c’est enregistré ; l’incident est noté. Votre saisie est gardée : renvoyez-la dans un moment, elle ne comptera qu’une fois.");
}
