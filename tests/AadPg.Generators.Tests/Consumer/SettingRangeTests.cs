using AadPg.Generators.Parsing;
using Npgsql;

namespace AadPg.Generators.Tests.Consumer;

/// <summary>The ranges of numbers are those of the real thing: what the attribute takes opens a connection, and what it refuses does not.</summary>
public sealed class SettingRangeTests(LocalServerTests.Server server) : IClassFixture<LocalServerTests.Server>
{
    /// <summary>Refused though a connection opens, and why.</summary>
    private static readonly Dictionary<string, string> s_stricter = new()
    {
        ["ConnectionLifetime -1"] = "Npgsql closes each connection after one use, which nobody means.",
        ["ConnectionIdleLifetime 4294968"] = "The pool keeps room for each interval of that time.",
        ["MinPoolSize 262144"] = "No server has as many connections.",
        ["MaxPoolSize 262144"] = "No server has as many connections.",
        ["MaxAutoPrepare 1000001"] = "Room for them would be kept on each connection.",
        ["ReadBufferSize 1073741825"] = "No message of PostgreSQL is as long.",
        ["WriteBufferSize 1073741825"] = "No message of PostgreSQL is as long.",
    };

    public static TheoryData<string, int> Taken => [.. Numbers.SelectMany(static setting => new[] { (setting.Property, setting.Least), (setting.Property, setting.Most) })];

    public static TheoryData<string, int> Refused => [.. Numbers
        .SelectMany(static setting => setting.Most == int.MaxValue ? [(setting.Property, setting.Least - 1)] : new[] { (setting.Property, setting.Least - 1), (setting.Property, setting.Most + 1) })
        .Where(static refused => !s_stricter.ContainsKey($"{refused.Property} {refused.Item2}"))];

    private static IEnumerable<FactorySetting> Numbers => FactorySetting.All.Where(static setting => setting.Kind is FactorySettingKind.Number);

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task NumberAtAnEndOfItsRange_OpensAConnection(string property, int number) => Assert.Equal(1, await SelectAsync(property, number));

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task NumberBeyondItsRange_OpensNone(string property, int number) => await Assert.ThrowsAnyAsync<Exception>(() => SelectAsync(property, number));

    private async Task<object?> SelectAsync(string property, int number)
    {
        // A buffer of a gigabyte takes seconds on a busy machine.
        var settings = new NpgsqlConnectionStringBuilder(server.Postgres.GetConnectionString(server.Api)) { Timeout = property.EndsWith("BufferSize", StringComparison.Ordinal) ? 60 : 1 };
        typeof(NpgsqlConnectionStringBuilder).GetProperty(property)!.SetValue(settings, number);
        // What goes with it, so that the number alone decides.
        settings.MaxPoolSize = Math.Max(settings.MaxPoolSize, property == "MaxPoolSize" ? 0 : settings.MinPoolSize);
        if (property == "ConnectionIdleLifetime")
            settings.ConnectionPruningInterval = 1;
        if (property == "ConnectionPruningInterval")
            settings.ConnectionIdleLifetime = Math.Max(settings.ConnectionIdleLifetime, number);

        await using var dataSource = new NpgsqlDataSourceBuilder(settings.ConnectionString)
            .UseAadAuthentication(server.Api.CreateCredential(), options => options.AllowedHosts.Add(server.Postgres.Host))
            .Build();
        await using var command = dataSource.CreateCommand("SELECT 1");
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
