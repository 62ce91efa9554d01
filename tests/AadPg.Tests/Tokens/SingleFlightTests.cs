namespace AadPg.Tests;

public sealed class SingleFlightTests
{
    private readonly SteppedClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThousandConcurrentColdCallers_MakeOneRequest()
    {
        var open = new TaskCompletionSource();
        var credential = new ScriptedCredential(_clock) { Before = _ => open.Task };
        var provider = Provider(credential);

        var callers = Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => provider.GetTokenAsync(Cancel).AsTask(), Cancel)).ToArray();
        await Eventually.True(() => credential.Requests == 1, "the request was made");
        open.SetResult();

        Assert.All(await Task.WhenAll(callers), token => Assert.Equal("token-1", token));
        Assert.Equal(1, credential.Requests);
    }

    [Fact]
    public async Task ConcurrentSynchronousCallers_MakeOneSynchronousRequest_OnACallersThread()
    {
        var open = new TaskCompletionSource();
        var credential = new ScriptedCredential(_clock) { Before = _ => open.Task };
        var provider = Provider(credential);
        var tokens = new string[64];

        var threads = tokens.Select((_, index) => new Thread(() => tokens[index] = provider.GetToken())).ToArray();
        Array.ForEach(threads, static thread => thread.Start());
        await Eventually.True(() => credential.SyncRequests == 1, "the request was made");
        open.SetResult();
        Array.ForEach(threads, static thread => thread.Join());

        Assert.All(tokens, token => Assert.Equal("token-1", token));
        Assert.Equal((0, 1), (credential.AsyncRequests, credential.SyncRequests));
        Assert.Contains(credential.LastSyncThread, threads);
    }

    [Fact]
    public async Task SynchronousAndAsynchronousCallers_ShareOneRequest()
    {
        var open = new TaskCompletionSource();
        var credential = new ScriptedCredential(_clock) { Before = _ => open.Task };
        var provider = Provider(credential);

        var asynchronous = provider.GetTokenAsync(Cancel).AsTask();
        await Eventually.True(() => credential.Requests == 1, "the request was made");
        string? synchronous = null;
        var thread = new Thread(() => synchronous = provider.GetToken());
        thread.Start();
        open.SetResult();
        thread.Join();

        Assert.Equal("token-1", synchronous);
        Assert.Equal("token-1", await asynchronous);
        Assert.Equal(1, credential.Requests);
    }

    [Fact]
    public async Task CancelledCaller_LeavesTheRequestToTheOthers()
    {
        var open = new TaskCompletionSource();
        var credential = new ScriptedCredential(_clock) { Before = cancelled => open.Task.WaitAsync(cancelled) };
        var provider = Provider(credential);
        using var impatience = new CancellationTokenSource();

        var first = provider.GetTokenAsync(impatience.Token).AsTask();
        await Eventually.True(() => credential.Requests == 1, "the request was made");
        var second = provider.GetTokenAsync(Cancel).AsTask();
        await impatience.CancelAsync();

        var cancellation = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(impatience.Token, cancellation.CancellationToken);
        open.SetResult();
        Assert.Equal("token-1", await second);
        Assert.Equal(1, credential.Requests);
    }

    [Fact]
    public async Task EveryCallerCancelled_TheTokenStillArrivesInTheCache()
    {
        var open = new TaskCompletionSource();
        var credential = new ScriptedCredential(_clock) { Before = cancelled => open.Task.WaitAsync(cancelled) };
        var provider = Provider(credential);
        using var impatience = new CancellationTokenSource();

        var only = provider.GetTokenAsync(impatience.Token).AsTask();
        await Eventually.True(() => credential.Requests == 1, "the request was made");
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => only);
        open.SetResult();

        Assert.Equal("token-1", await provider.GetTokenAsync(Cancel));
        Assert.Equal(1, credential.Requests);
    }

    [Fact]
    public async Task FailedRequest_FailsEveryCallerWithAnExceptionOfItsOwn()
    {
        var open = new TaskCompletionSource();
        var credential = new ScriptedCredential(_clock) { Before = _ => open.Task, Fault = new InvalidOperationException("no identity") };
        var provider = Provider(credential);

        var callers = Enumerable.Range(0, 10).Select(_ => Task.Run(() => provider.GetTokenAsync(Cancel).AsTask(), Cancel)).ToArray();
        await Eventually.True(() => credential.Requests == 1, "the request was made");
        await Task.Delay(50, Cancel);
        open.SetResult();

        var failures = new List<AadAuthenticationException>();
        foreach (var caller in callers)
            failures.Add(await Assert.ThrowsAsync<AadAuthenticationException>(() => caller));
        Assert.Equal(10, failures.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Equal(1, credential.Requests);
    }

    [Fact]
    public async Task ProvidersWithOneCredential_ShareACache()
    {
        var credential = new ScriptedCredential(_clock);

        Assert.Equal("token-1", await Provider(credential).GetTokenAsync(Cancel));
        Assert.Equal("token-1", Provider(credential).GetToken());
        Assert.Equal(1, credential.Requests);
    }

    [Fact]
    public async Task EqualButDifferentCredentials_ShareNothing()
    {
        var one = new ScriptedCredential(_clock);
        var other = new ScriptedCredential(_clock) { Text = static _ => "the other's" };

        Assert.Equal("token-1", await Provider(one).GetTokenAsync(Cancel));
        Assert.Equal("the other's", await Provider(other).GetTokenAsync(Cancel));
    }

    [Fact]
    public async Task OtherCloudOrTenant_HasACacheOfItsOwn()
    {
        var credential = new ScriptedCredential(_clock);

        await Provider(credential).GetTokenAsync(Cancel);
        await new AadTokenProvider(new() { Credential = credential, TimeProvider = _clock, Cloud = AzurePostgresCloud.China }).GetTokenAsync(Cancel);
        Assert.Equal(["https://ossrdbms-aad.database.chinacloudapi.cn/.default"], credential.LastContext.Scopes);
        await new AadTokenProvider(new() { Credential = credential, TimeProvider = _clock, TenantId = "contoso" }).GetTokenAsync(Cancel);
        Assert.Equal("contoso", credential.LastContext.TenantId);

        Assert.Equal(3, credential.Requests);
    }

    [Fact]
    public async Task CachedRead_CompletesAtOnceAndAllocatesNothing()
    {
        // The real clock: a fake one allocates itself.
        var provider = new AadTokenProvider(new() { Credential = new ScriptedCredential(TimeProvider.System) });
        await provider.GetTokenAsync(Cancel);
        Read(provider, 1_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(provider, 10_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Read(AadTokenProvider provider, int times)
    {
        for (var time = 0; time < times; time++)
        {
            var reading = provider.GetTokenAsync(default);
            if (!reading.IsCompletedSuccessfully || reading.Result.Length == 0 || provider.GetToken().Length == 0)
                throw new InvalidOperationException("not from the cache");
        }
    }

    private AadTokenProvider Provider(ScriptedCredential credential) => new(new() { Credential = credential, TimeProvider = _clock });
}
