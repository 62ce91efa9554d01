namespace AadPg.Tests;

public sealed class JitterTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FleetThatStartedTogether_RefreshesOverAMinute()
    {
        var clock = new SteppedClock();
        var fleet = Enumerable.Range(0, 60).Select(_ => new ScriptedCredential(clock)).ToList();
        var providers = fleet.ConvertAll(credential => new AadTokenProvider(new() { Credential = credential, TimeProvider = clock }));
        foreach (var provider in providers)
            await provider.GetTokenAsync(Cancel);

        // Between 5 and 4 minutes before expiry, and not before.
        clock.Advance(TimeSpan.FromMinutes(54.9));
        await UseAllAsync();
        Assert.Equal(60, Requests());
        clock.Advance(TimeSpan.FromMinutes(0.6));
        await UseAllAsync();
        Assert.InRange(Requests(), 62, 118);
        clock.Advance(TimeSpan.FromMinutes(0.6));
        await UseAllAsync();
        await Eventually.True(() => Requests() == 120, "every member has refreshed once");

        int Requests() => fleet.Sum(static credential => credential.Requests);

        async Task UseAllAsync()
        {
            foreach (var provider in providers)
                await provider.GetTokenAsync(Cancel);

            // The requests are made in the background.
            await Task.Delay(200, Cancel);
        }
    }

    [Fact]
    public void BackOff_DoublesUpToAMinute_GiveOrTakeAFifth()
    {
        var clock = new SteppedClock();
        foreach (var (failures, seconds) in new[] { (1, 1d), (2, 2d), (5, 16d), (7, 60d), (1_000, 60d) })
        {
            var waits = Enumerable.Range(0, 50).Select(_ => clock.GetElapsedTime(clock.GetTimestamp(), BackOff.AskAgainAt(failures, clock)).TotalSeconds).ToList();

            Assert.All(waits, wait => Assert.InRange(wait, 0.8 * seconds - 0.001, 1.2 * seconds + 0.001));
            Assert.True(waits.Distinct().Count() > 40, "the waits differ");
        }
    }
}
