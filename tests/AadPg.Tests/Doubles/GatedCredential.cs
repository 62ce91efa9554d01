using Azure.Core;

namespace AadPg.Tests;

/// <summary>A real credential behind a gate that a test closes and opens.</summary>
internal sealed class GatedCredential(TokenCredential credential) : TokenCredential
{
    private volatile TaskCompletionSource _gate = Opened();
    private int _waiting;

    /// <summary>How many requests came to the closed gate.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void Close() => _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _gate.SetResult();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        await PassAsync();
        return await credential.GetTokenAsync(requestContext, cancellationToken);
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        PassAsync().Wait(CancellationToken.None);
        return credential.GetToken(requestContext, cancellationToken);
    }

    private Task PassAsync()
    {
        var gate = _gate.Task;
        if (!gate.IsCompleted)
            Interlocked.Increment(ref _waiting);
        return gate;
    }

    private static TaskCompletionSource Opened()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }
}
