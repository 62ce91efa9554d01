namespace AadPg.Tests;

[Collection("server")]
public sealed class RotationTests(ServerFixture server)
{
    private const int Rotations = 200;
    private const int Workers = 50;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>
    /// The local server takes one token at a time: a rotation makes it refuse the one before, which Azure would go on taking. An open that met
    /// one rotation after the other would be refused, and rightly, so each comes, sooner or later, among the opens of a round of its own.
    /// </summary>
    [Fact]
    public async Task TwoHundredRotations_WhileFiftyWorkersOpenAndQuery_NoOpenFails()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false;Timeout=120");
        var random = new Random(Rotations);
        var opens = 0;

        async Task OpenAndQueryAsync()
        {
            await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);
            Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
            Interlocked.Increment(ref opens);
        }

        for (var rotation = 1; rotation <= Rotations; rotation++)
        {
            var opensBefore = opens + random.Next(Workers);
            var workers = Enumerable.Range(0, Workers).Select(_ => Task.Run(OpenAndQueryAsync, Cancel)).ToArray();

            // The last worker may fail: what failed must not be waited for without end.
            while (Volatile.Read(ref opens) < opensBefore && !Array.Exists(workers, static worker => worker.IsFaulted))
                await Task.Delay(1, Cancel);

            await principal.RotateTokenAsync(Cancel);
            await Task.WhenAll(workers);

            // All workers may have been through before the rotation: the next round's shall have its token.
            await OpenAndQueryAsync();
        }

        Assert.Equal(Rotations * (Workers + 1), opens);

        // One request for each rotation, whoever met it first; a few more when the token's own end came in between.
        Assert.InRange(principal.TokenRequestCount, Rotations, Rotations + 10);
    }
}
