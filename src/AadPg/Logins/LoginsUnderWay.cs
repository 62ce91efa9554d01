namespace AadPg;

/// <summary>
/// Counts the logins of one data source whose token the server has not answered yet. Those that end otherwise than by an open connection
/// or a refusal (a network fault, a cancelled open) are not told apart from connections that break in use; they count until no login can
/// be under way any more.
/// </summary>
internal sealed class LoginsUnderWay
{
    private int _count;
    private long _until;

    /// <summary>Whether there are any. Each pooled open asks several times: with none, it is the read of one number.</summary>
    public bool Any => Volatile.Read(ref _count) is not 0 and var count && CanStillBe(count);

    /// <summary>A token is given to a login.</summary>
    /// <param name="longest">How long that can take at most.</param>
    public void Begin(TimeSpan longest)
    {
        Volatile.Write(ref _until, Environment.TickCount64 + (long)longest.TotalMilliseconds);
        Interlocked.Increment(ref _count);
    }

    /// <summary>One of them succeeded. Also told of logins without a token, where a server asks for no password.</summary>
    public void End()
    {
        for (int count; (count = Volatile.Read(ref _count)) > 0;)
        {
            if (Interlocked.CompareExchange(ref _count, count - 1, count) == count)
                return;
        }
    }

    /// <summary>No more of them matter.</summary>
    public void Forget() => Volatile.Write(ref _count, 0);

    private bool CanStillBe(int count)
    {
        if (Environment.TickCount64 < Volatile.Read(ref _until))
            return true;

        // Forgotten, unless another one began just now.
        return Interlocked.CompareExchange(ref _count, 0, count) != count;
    }
}
