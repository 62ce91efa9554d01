namespace AadPg.Testing;

/// <summary>A value that is made once, by the first who asks, for all; after a failure the next who asks tries again.</summary>
internal sealed class AsyncOnce<T>(Func<Task<T>> make)
{
    private readonly object _gate = new();
    private Task<T>? _value;

    /// <summary>The value. Cancelling ends the caller's wait only: the others still want what is being made.</summary>
    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_value is null or { IsFaulted: true } or { IsCanceled: true })
                _value = Task.Run(make, CancellationToken.None);
            return _value.WaitAsync(cancellationToken);
        }
    }
}
