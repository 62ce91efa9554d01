using System.Diagnostics;
using AadPg.Testing;
using Npgsql;

namespace Tour;

/// <summary>An app that goes on querying while its tokens expire and are replaced.</summary>
internal static class TokenLife
{
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(16);

    /// <summary>Whether every open succeeded, over at least two expiries and one rotation.</summary>
    public static async Task<bool> ShowAsync(ShopDb shop, AadPostgres server, AadPrincipal identity)
    {
        Output.Chapter($"Tokens that live {server.Tokens.TokenLifetime.TotalSeconds:N0} seconds, a new login every quarter of a second");
        var watch = Stopwatch.StartNew();
        var opened = 0;
        var failed = 0;
        var tokens = identity.TokenRequestCount;
        var firstTokens = tokens;
        var isRotated = false;
        while (watch.Elapsed < s_duration)
        {
            if (!isRotated && watch.Elapsed > s_duration / 2)
            {
                // Refused at once, long before its expiry: the factory notices and tries once more with a new one.
                await identity.RotateTokenAsync();
                isRotated = true;
                Output.Say($"{watch.Elapsed.TotalSeconds,5:N1} s  the service replaced the token ahead of time");
            }

            try
            {
                await using var connection = await shop.OpenConnectionAsync();
                opened++;
            }
            catch (NpgsqlException exception)
            {
                failed++;
                Output.Failure($"{watch.Elapsed.TotalSeconds,5:N1} s  {exception.Message}");
            }

            if (identity.TokenRequestCount != tokens)
            {
                tokens = identity.TokenRequestCount;
                Output.Say($"{watch.Elapsed.TotalSeconds,5:N1} s  token no. {tokens} after {opened} logins");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }

        Output.Say($"{opened} logins, {failed} failed, {tokens - firstTokens} tokens requested");
        return opened > 0 && failed == 0 && tokens - firstTokens >= 3;
    }
}
