namespace AadPg.Tests;

[Collection("server")]
public sealed class RotationTests(ServerFixture server)
{
    private const int Rotations = 200;
    private const int Workers = 50;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>
    /// The local server takes one token at a time: a rotation makes it refuse the one before, which Azure would go on taking. An open
    /// that met one rotation after the other would be refused, and rightly, so each waits until all workers are past the one before.
    /// </summary>
    [Fact]
    public async Task TwoHundredRotations_WhileFiftyWorkersOpenAndQuery_NoOpenFails()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false;Timeout=120");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var rotation = 0;
        var passed = new int[Workers];
        var opens = 0;

        var workers = Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                var current = Volatile.Read(ref rotation);
                await using (var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel))
                    Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
                Interlocked.Increment(ref opens);
                Volatile.Write(ref passed[worker], current);
            }
        }, Cancel)).ToArray();

        // Task.WhenAll ends when the last worker does: what failed must be seen before, or a refused open is waited for without end.
        bool Failed() => Array.Exists(workers, static worker => worker.IsFaulted);
        while (rotation < Rotations && !Failed())
        {
            await principal.RotateTokenAsync(Cancel);
            Interlocked.Increment(ref rotation);
            while (!Failed() && Array.Exists(passed, last => last < rotation))
                await Task.Delay(5, Cancel);
        }

        await end.CancelAsync();
        await Task.WhenAll(workers);
        Assert.InRange(opens, Rotations * Workers, int.MaxValue);

        // One request for each rotation, whoever met it first; a few more when the token's own end came in between.
        Assert.InRange(principal.TokenRequestCount, Rotations, Rotations + 10);
    }
}
