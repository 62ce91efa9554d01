namespace AadPg.Tests;

/// <summary>Waits for what happens in the background.</summary>
internal static class Eventually
{
    public static async Task True(Func<bool> condition, string what)
    {
        for (var tries = 0; !condition(); tries++)
        {
            Assert.True(tries < 1_000, $"Within 10 s it did not come true that {what}.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
