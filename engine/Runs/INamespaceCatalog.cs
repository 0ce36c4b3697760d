using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>What the heart must know of namespaces.</summary>
internal interface INamespaceCatalog
{
    bool Exists(string name);

    string IdOf(string name);

    /// <summary>How long closed runs are kept.</summary>
    TimeSpan RetentionOf(string name);

    /// <summary>Checks search attributes against the types registered, and writes each type into its payload. Throws INVALID_ARGUMENT.</summary>
    SearchAttributes? Typed(string @namespace, SearchAttributes? given);
}
