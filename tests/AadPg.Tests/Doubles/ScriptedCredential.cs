using Azure.Core;

namespace AadPg.Tests;

/// <summary>A credential whose answers a test writes. Counts both ways of asking apart.</summary>
internal sealed class ScriptedCredential(TimeProvider time) : TokenCredential
{
    private int _asyncRequests;
    private int _syncRequests;

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    public TimeSpan? RefreshAfter { get; set; }

    /// <summary>Awaited (or, asked synchronously, waited for) before each answer.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Thrown in place of an answer.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Makes the text of the n-th token.</summary>
    public Func<int, string> Text { get; set; } = static number => $"token-{number}";

    public int AsyncRequests => Volatile.Read(ref _asyncRequests);

    public int SyncRequests => Volatile.Read(ref _syncRequests);

    public int Requests => AsyncRequests + SyncRequests;

    public Thread? LastSyncThread { get; private set; }

    public TokenRequestContext LastContext { get; private set; }

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asyncRequests);
        LastContext = requestContext;
        await Before(cancellationToken);
        return Answer();
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _syncRequests);
        LastSyncThread = Thread.CurrentThread;
        Before(cancellationToken).Wait(CancellationToken.None);
        return Answer();
    }

    // Equal to every other one: caches must go by the instance all the same.
    public override bool Equals(object? obj) => obj is ScriptedCredential;

    public override int GetHashCode() => 1;

    private AccessToken Answer()
    {
        if (Fault is not null)
            throw Fault;

        var now = time.GetUtcNow();
        return new AccessToken(Text(Requests), now + Lifetime, RefreshAfter is null ? null : now + RefreshAfter.Value);
    }
}
