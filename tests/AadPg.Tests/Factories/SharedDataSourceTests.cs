using Npgsql;

namespace AadPg.Tests;

public sealed class SharedDataSourceTests
{
    private const string Azure = "Host=orders.postgres.database.azure.com;Username=app";

    [Fact]
    public void SameStringAndCredential_IsTheSameDataSource_HoweverTheStringIsSpelled()
    {
        var credential = new ScriptedCredential(TimeProvider.System);

        var first = AadNpgsqlDataSource.Shared(Azure, credential);

        Assert.Same(first, AadNpgsqlDataSource.Shared(Azure, credential));
        Assert.Same(first, AadNpgsqlDataSource.Shared("server=orders.postgres.database.azure.com; UID=app;", credential));
        Assert.NotSame(first, AadNpgsqlDataSource.Shared(Azure + ";Database=other", credential));
    }

    [Fact]
    public void OtherCredential_IsAnotherDataSource()
    {
        Assert.NotSame(
            AadNpgsqlDataSource.Shared(Azure, new ScriptedCredential(TimeProvider.System)),
            AadNpgsqlDataSource.Shared(Azure, new ScriptedCredential(TimeProvider.System)));
        Assert.Same(AadNpgsqlDataSource.Shared(Azure), AadNpgsqlDataSource.Shared(Azure));
    }

    [Fact]
    public void Options_AllowOtherHosts()
    {
        var options = new AadAuthenticationOptions { Credential = new ScriptedCredential(TimeProvider.System), AllowedHosts = { "db.internal" } };

        var first = AadNpgsqlDataSource.Shared("Host=db.internal;Username=app", options);

        Assert.Same(first, AadNpgsqlDataSource.Shared("Host=db.internal;Username=app", options));
        using var connection = first.CreateConnection();
        Assert.DoesNotContain("Password", connection.ConnectionString, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void AllowedHosts_AreTheSameEachTime()
    {
        var first = AadNpgsqlDataSource.Shared("Host=localhost;Username=app", "localhost");

        Assert.Same(first, AadNpgsqlDataSource.Shared("Host=localhost;Username=app", "localhost"));
        Assert.NotSame(first, AadNpgsqlDataSource.Shared("Host=localhost;Username=app", "localhost", "db.internal"));
        Assert.Same(AadNpgsqlDataSource.Shared(Azure), AadNpgsqlDataSource.Shared(Azure, allowedHosts: []));
        Assert.Equal(AadAuthenticationFailure.HostNotAllowed, Assert.Throws<AadAuthenticationException>(() => AadNpgsqlDataSource.Shared("Host=db.internal;Username=app", "localhost")).Reason);
    }

    [Fact]
    public async Task ConcurrentFirstCalls_GetOneDataSource()
    {
        var credential = new ScriptedCredential(TimeProvider.System);

        var sources = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => AadNpgsqlDataSource.Shared(Azure, credential))));

        Assert.Single(sources.Distinct<NpgsqlDataSource>(ReferenceEqualityComparer.Instance));
    }
}
