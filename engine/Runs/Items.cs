using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>
/// Parts of a run that come and go one by one: an immutable dictionary that knows which of its keys were touched since it was kept.
/// Each is kept in a row of its own, so that a change costs as much in a run that has thousands as in one that has none.
/// </summary>
internal sealed class Items<TKey, TValue> : IReadOnlyCollection<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    /// <summary>Bytes of an item that does not say how many, and of the place that each takes.</summary>
    private const int UsualWeight = 250;

    public static readonly Items<TKey, TValue> Empty = new(
        ImmutableSortedDictionary.Create<TKey, TValue>(typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : null), [], 0);

    private readonly ImmutableSortedDictionary<TKey, TValue> all;
    private readonly ImmutableStack<TKey> touched;

    private Items(ImmutableSortedDictionary<TKey, TValue> all, ImmutableStack<TKey> touched, long weight) => (this.all, this.touched, Weight) = (all, touched, weight);

    /// <summary>Bytes that all take in memory, roughly.</summary>
    public long Weight { get; }

    public int Count => all.Count;

    public bool IsEmpty => all.IsEmpty;

    public IEnumerable<TValue> Values => all.Values;

    public TValue this[TKey key] => all[key];

    /// <summary>Keys that were touched since the items were kept: each once.</summary>
    public IEnumerable<TKey> Touched => touched.IsEmpty ? [] : touched.Distinct();

    /// <summary>As they stand in the file.</summary>
    public static Items<TKey, TValue> Kept(IEnumerable<KeyValuePair<TKey, TValue>> items)
    {
        var all = Empty.all.AddRange(items);
        return new(all, [], all.Values.Sum(WeightOf));
    }

    /// <summary>The same, kept.</summary>
    public Items<TKey, TValue> Kept() => touched.IsEmpty ? this : new(all, [], Weight);

    public bool ContainsKey(TKey key) => all.ContainsKey(key);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => all.TryGetValue(key, out value);

    public Items<TKey, TValue> Add(TKey key, TValue value) => new(all.Add(key, value), touched.Push(key), Weight + WeightOf(value));

    public Items<TKey, TValue> SetItem(TKey key, TValue value) => new(all.SetItem(key, value), touched.Push(key), Weight + WeightOf(value) - WeightAt(key));

    public Items<TKey, TValue> SetItems(IEnumerable<KeyValuePair<TKey, TValue>> items) => items.Aggregate(this, (so, item) => so.SetItem(item.Key, item.Value));

    public Items<TKey, TValue> Remove(TKey key) => all.ContainsKey(key) ? new(all.Remove(key), touched.Push(key), Weight - WeightAt(key)) : this;

    public Items<TKey, TValue> RemoveRange(IEnumerable<TKey> keys) => keys.Aggregate(this, (so, key) => so.Remove(key));

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static long WeightOf(TValue value) => UsualWeight + (value is IWeighed weighed ? weighed.Weight : 0);

    private long WeightAt(TKey key) => all.TryGetValue(key, out var value) ? WeightOf(value) : 0;
}
