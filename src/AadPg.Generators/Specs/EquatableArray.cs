using System.Collections;
using System.Collections.Immutable;

namespace AadPg.Generators.Specs;

/// <summary>An immutable list that is equal to another when their elements are: what a spec holds instead of an array.</summary>
internal readonly struct EquatableArray<T>(ImmutableArray<T> elements) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly ImmutableArray<T> _elements = elements;

    private ImmutableArray<T> Elements => _elements.IsDefault ? ImmutableArray<T>.Empty : _elements;

    public int Count => Elements.Length;

    public T this[int index] => Elements[index];

    public bool Equals(EquatableArray<T> other) => Elements.SequenceEqual(other.Elements);

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var element in Elements)
            hash = unchecked(hash * 31 + element.GetHashCode());
        return hash;
    }

    public ImmutableArray<T>.Enumerator GetEnumerator() => Elements.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Elements).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();
}
