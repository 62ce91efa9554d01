namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Where one of several values can stand, a trace takes one; the traces that follow take the others, until each combination was taken.
/// So whatever follows a value is written as if there were only one.
/// </summary>
internal sealed class Branches
{
    private readonly List<(int Taken, int Count)> _path = [];
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

    /// <summary>Begins the next trace; false when there is no combination left.</summary>
    public bool MoveNext()
    {
        _position = 0;
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
