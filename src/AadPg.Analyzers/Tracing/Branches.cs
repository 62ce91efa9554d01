using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Where one of several values can stand, a trace takes one; the traces that follow take the others, until each combination was taken.
/// So whatever follows a value is written as if there were only one.
/// </summary>
internal sealed class Branches
{
    private static readonly bool[] s_defaultOrSet = [false, true];

    private readonly List<(int Taken, int Count)> _path = [];
    private readonly Dictionary<ISymbol, bool> _setByOthers = new(SymbolEqualityComparer.Default);
    private int _position;

    /// <summary>The alternative that this trace takes; a trace meets the same alternatives in the same order as the one before it.</summary>
    public T Take<T>(IReadOnlyList<T> alternatives)
    {
        if (alternatives.Count == 1)
            return alternatives[0];

        if (_position == _path.Count)
            _path.Add((0, alternatives.Count));

        return alternatives[_path[_position++].Taken];
    }

    /// <summary>
    /// Whether this trace takes what other code set the members of <paramref name="type"/> to, rather than the values in reserve that the type gives them: all of
    /// them or none, as somebody sets a password who sets a host.
    /// </summary>
    public bool TakesWhatOthersSet(ISymbol type)
    {
        if (!_setByOthers.TryGetValue(type, out var isSet))
            _setByOthers[type] = isSet = Take(s_defaultOrSet);

        return isSet;
    }

    /// <summary>Begins the next trace; false when there is no combination left.</summary>
    public bool MoveNext()
    {
        _position = 0;
        _setByOthers.Clear();
        while (_path.Count > 0)
        {
            var (taken, count) = _path[_path.Count - 1];
            _path.RemoveAt(_path.Count - 1);
            if (taken + 1 < count)
            {
                _path.Add((taken + 1, count));
                return true;
            }
        }

        return false;
    }
}
