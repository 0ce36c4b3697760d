using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>One reason to refuse a definition.</summary>
/// <param name="Code">Kind of error.</param>
/// <param name="NoeudId">Node to show, or null when the error is about the whole.</param>
/// <param name="Message">French sentence that names the node as the designer sees it.</param>
public sealed record ErreurModele(CodeErreur Code, string? NoeudId, string Message)
{
    public string Message { get; } = Francais.Composer(Message);

    public override string ToString() => Message;
}
