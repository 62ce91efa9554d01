namespace Tour;

/// <summary>A login through the generated factory, as the server sees it.</summary>
internal static class Login
{
    public static async Task ShowAsync(ShopDb shop)
    {
        Output.Chapter("A connection through the generated factory: await shopDb.OpenConnectionAsync()");
        await using var connection = await shop.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT current_user, current_database(), version, cipher, split_part(version(), ' on ', 1)
            FROM pg_stat_ssl WHERE pid = pg_backend_pid()
            """;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Output.Fact("logged in as", reader.GetString(0));
        Output.Fact("database", $"{reader.GetString(1)} on {reader.GetString(4)}");
        Output.Fact("encrypted by", $"{reader.GetString(2)}, {reader.GetString(3)}; certificate and host name verified");
        Output.Fact("password", "none: a token, got just before the login");
    }
}
