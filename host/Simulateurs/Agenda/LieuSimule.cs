using System.Collections.Frozen;
using System.Text.Json.Serialization;
using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Host.Simulateurs.Agenda;

/// <summary>Where an agenda of the simulators receives: the invented places that a new store starts with.</summary>
/// <param name="Nom">Says that it is simulated.</param>
/// <param name="Adresse">In one line.</param>
/// <param name="Telephone">Where it is reached.</param>
/// <param name="Capacite">How many it receives at once; not part of an answer.</param>
public sealed record LieuSimule(string Nom, string Adresse, string Telephone, [property: JsonIgnore] int Capacite)
{
    private static readonly FrozenDictionary<string, LieuSimule> Connus = Lieux.Initiaux.GroupBy(l => l.Territoire).Select(t => (Agenda: t.Key, Lieu: t.First()))
        .Concat(Conseillers.Initiaux.Select(c => (Agenda: c.Id, Lieu: Lieux.De(c))))
        .ToFrozenDictionary(l => l.Agenda, l => new LieuSimule(l.Lieu.Nom, l.Lieu.Adresse, l.Lieu.Telephone, l.Lieu.Capacite), StringComparer.Ordinal);

    private static readonly LieuSimule Inconnu = Connus[Lieux.Initiaux[0].Territoire];

    /// <summary>That of a counsellor or of the desk of a territory; an agenda that is not seeded is at the first of them.</summary>
    public static LieuSimule De(string agenda) => Connus.GetValueOrDefault(agenda, Inconnu);
}
