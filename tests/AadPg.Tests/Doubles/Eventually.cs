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

    /// <summary>Tries again, for as long as refusals are passed on without a retry.</summary>
    public static async Task Succeeds(Func<Task> open)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await open();
                return;
            }
            catch (Npgsql.NpgsqlException) when (tries < 50)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }
}
