using Npgsql;

namespace AadPg.Tests;

public sealed class LoginRequirementsTests
{
    private const string Azure = "Host=orders.postgres.database.azure.com;Username=app";
    private const string GssEncryptionMode = "GSS Encryption Mode";

    // From Npgsql 10 on; those before refuse the keyword themselves.
    private static readonly bool s_knowsGssEncryption = new NpgsqlConnectionStringBuilder().ContainsKey(GssEncryptionMode);

    public static TheoryData<string, AadAuthenticationFailure, string> Refusals() => new()
    {
        { Azure + ";Password=CANARY", AadAuthenticationFailure.PasswordConflict, "Remove Password" },
        { Azure + ";pwd=CANARY", AadAuthenticationFailure.PasswordConflict, "Remove Password" },
        { Azure + ";Passfile=/tmp/CANARY", AadAuthenticationFailure.PasswordConflict, "Remove Passfile" },
        { "Host=orders.postgres.database.azure.com", AadAuthenticationFailure.UserNameMissing, "Add Username=" },
        { "Host=orders.postgres.database.azure.com;Username=", AadAuthenticationFailure.UserNameMissing, "Add Username=" },
        { "Username=app", AadAuthenticationFailure.InvalidSettings, "Add Host=" },
        { Azure + ";SSL Mode=Disable", AadAuthenticationFailure.TlsTooWeak, "set SSL Mode=VerifyFull, or at least SSL Mode=Require." },
        { Azure + ";SSL Mode=Allow", AadAuthenticationFailure.TlsTooWeak, "set SSL Mode=VerifyFull, or at least SSL Mode=Require." },
        { Azure + ";SSL Mode=Prefer", AadAuthenticationFailure.TlsTooWeak, "set SSL Mode=VerifyFull, or at least SSL Mode=Require." },
        { "Host=evil.example;Username=app", AadAuthenticationFailure.HostNotAllowed, "'evil.example'" },
        { "Host=localhost;Username=app", AadAuthenticationFailure.HostNotAllowed, "'localhost'" },
        { "Host=postgres.database.azure.com;Username=app", AadAuthenticationFailure.HostNotAllowed, "AllowedHosts" },
        { "Host=xpostgres.database.azure.com;Username=app", AadAuthenticationFailure.HostNotAllowed, "AllowedHosts" },
        { "Host=orders.postgres.database.azure.com.evil.example;Username=app", AadAuthenticationFailure.HostNotAllowed, "AllowedHosts" },
        { "Host=orders.postgres.database.azure.com,evil.example;Username=app", AadAuthenticationFailure.HostNotAllowed, "'evil.example'" },
        { "Host=a.postgres.database.azure.com,b.postgres.database.chinacloudapi.cn;Username=app", AadAuthenticationFailure.HostNotAllowed, "Public cloud" },
        { "Host=/var/run/postgresql;Username=app", AadAuthenticationFailure.HostNotAllowed, "neither a host name" },
        { "Host=orders.postgres.database.azure.com user=app password=CANARY;Username=app", AadAuthenticationFailure.HostNotAllowed, "neither a host name" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void UnsafeSettings_AreRefusedWithTheRemedy(string connectionString, AadAuthenticationFailure reason, string remedy)
    {
        using var noUser = new EnvironmentVariable("PGUSER", null);
        var credential = new ScriptedCredential(TimeProvider.System);

        var full = Assert.Throws<AadAuthenticationException>(() => new NpgsqlDataSourceBuilder(connectionString).UseAadAuthentication(credential));
        var slim = Assert.Throws<AadAuthenticationException>(() => new NpgsqlSlimDataSourceBuilder(connectionString).UseAadAuthentication(credential));
        var factory = Assert.Throws<AadAuthenticationException>(
            () => AadConnectionFactory.CreateDataSource(connectionString, configure: options => options.Credential = credential));
        var shared = Assert.Throws<AadAuthenticationException>(() => AadNpgsqlDataSource.Shared(connectionString, credential));

        Assert.All([full, slim, factory, shared], refusal =>
        {
            Assert.Equal(reason, refusal.Reason);
            Assert.Contains(remedy, refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("CANARY", refusal.ToString(), StringComparison.Ordinal);
        });
        Assert.Equal(0, credential.Requests);
    }

    [Fact]
    public void SslModeNotSaid_BecomesVerifyFull_AndGssEncryptionIsTurnedOff()
    {
        var builder = new NpgsqlDataSourceBuilder(Azure).UseAadAuthentication(new ScriptedCredential(TimeProvider.System));

        Assert.Equal(SslMode.VerifyFull, builder.ConnectionStringBuilder.SslMode);
        if (s_knowsGssEncryption)
            Assert.Equal("Disable", builder.ConnectionStringBuilder[GssEncryptionMode].ToString());
    }

    [Theory]
    [InlineData("Prefer")]
    [InlineData("Require")]
    public void GssEncryption_IsRefused(string mode)
    {
        if (s_knowsGssEncryption)
            UnsafeSettings_AreRefusedWithTheRemedy($"{Azure};{GssEncryptionMode}={mode}", AadAuthenticationFailure.TlsTooWeak, GssEncryptionMode);
        else
            Assert.Throws<ArgumentException>(() => new NpgsqlDataSourceBuilder($"{Azure};{GssEncryptionMode}={mode}"));
    }

    [Theory]
    [InlineData("SSL Mode=Require", SslMode.Require)]
    [InlineData("SSL Mode=VerifyCA", SslMode.VerifyCA)]
    [InlineData("SSL Mode=VerifyFull", SslMode.VerifyFull)]
    [InlineData("", SslMode.VerifyFull)]
    public void ModeThatIsSaid_IsKept(string said, SslMode expected)
    {
        var builder = new NpgsqlDataSourceBuilder($"{Azure};{said}")
            .UseAadAuthentication(new ScriptedCredential(TimeProvider.System));

        Assert.Equal(expected, builder.ConnectionStringBuilder.SslMode);
    }

    [Theory]
    [InlineData("SSL Mode=Require", "MinimumSslMode = SslMode.Require")]
    [InlineData("SSL Mode=VerifyCA", "MinimumSslMode = SslMode.VerifyCA")]
    [InlineData("SSL Mode=Prefer", "set SSL Mode=VerifyFull.")]
    public void ModeBelowAStricterFloor_IsRefused(string said, string remedy)
    {
        var refusal = Assert.Throws<AadAuthenticationException>(() => new NpgsqlDataSourceBuilder($"{Azure};{said}")
            .UseAadAuthentication(new ScriptedCredential(TimeProvider.System), options => options.MinimumSslMode = SslMode.VerifyFull));

        Assert.Equal(AadAuthenticationFailure.TlsTooWeak, refusal.Reason);
        Assert.Contains(remedy, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.postgres.database.azure.com", "Public")]
    [InlineData("A.POSTGRES.DATABASE.AZURE.COM.:6432", "Public")]
    [InlineData("a.postgres.database.chinacloudapi.cn", "China")]
    [InlineData("a.postgres.database.usgovcloudapi.net", "US Government")]
    [InlineData("db.internal,a.postgres.database.usgovcloudapi.net", "US Government")]
    [InlineData("db.internal", "Public")]
    [InlineData("DB.Internal.:5433", "Public")]
    public void CloudNotSaid_IsTheHosts(string host, string cloud)
    {
        var options = new AadAuthenticationOptions { AllowedHosts = { "db.internal" } };

        var requirements = LoginRequirements.Apply(options, new() { Host = host, Username = "app" });

        Assert.Equal(cloud, requirements.Cloud.Name);
    }

    [Fact]
    public void CustomCloud_OwnsItsHostsAlone()
    {
        var options = new AadAuthenticationOptions { Cloud = new("Air", "https://air.example/.default", ".Postgres.Air.Example") };

        Assert.Equal("https://air.example/.default", LoginRequirements.Apply(options, new() { Host = "a.postgres.air.example", Username = "app" }).Cloud.Scope);
        Assert.Throws<AadAuthenticationException>(() => LoginRequirements.Apply(options, new(Azure)));
    }

    [Fact]
    public void PgUser_NamesTheUser()
    {
        using var user = new EnvironmentVariable("PGUSER", "app");

        LoginRequirements.Apply(new(), new() { Host = "orders.postgres.database.azure.com" });
    }

    [Theory]
    [InlineData(";SSL Mode=Disable", AadAuthenticationFailure.TlsTooWeak)]
    [InlineData(";SSL Mode=Require", AadAuthenticationFailure.TlsTooWeak)]
    [InlineData(";Host=evil.example", AadAuthenticationFailure.HostNotAllowed)]
    public void SettingsWeakenedLater_AreRefusedBeforeATokenIsRequested(string change, AadAuthenticationFailure reason)
    {
        var credential = new ScriptedCredential(TimeProvider.System);
        var login = AadLogin.Create(new() { Credential = credential }, new(Azure));

        var safe = Azure + ";SSL Mode=VerifyFull" + (s_knowsGssEncryption ? $";{GssEncryptionMode}=Disable" : "");

        var refusal = Assert.Throws<AadAuthenticationException>(() => login.GetPassword(new(safe + change)));

        Assert.Equal(reason, refusal.Reason);
        Assert.Equal(0, credential.Requests);
    }

    [Fact]
    public void CachedTokenForALogin_IsCheckedAndGivenWithoutAllocation()
    {
        var settings = new NpgsqlConnectionStringBuilder(Azure);
        var login = AadLogin.Create(new() { Credential = new ScriptedCredential(TimeProvider.System) }, settings);
        LogIn(1_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        LogIn(10_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void LogIn(int times)
        {
            for (var time = 0; time < times; time++)
            {
                _ = login.GetPassword(settings);
                Assert.True(IsThere(login.GetPasswordAsync(settings, CancellationToken.None)));
            }
        }

        static bool IsThere(ValueTask<string> getting) => getting.IsCompletedSuccessfully;
    }

    [Fact]
    public void OptionsOutOfRange_AreRefused()
    {
        Action<AadAuthenticationOptions>[] mistakes =
        [
            options => options.MinimumSslMode = SslMode.Prefer,
            options => options.AcquisitionTimeout = TimeSpan.Zero,
            options => options.MinimumTokenLifetime = TimeSpan.FromSeconds(-1),
            options => options.AllowedHosts.Add("*.internal"),
            options => options.TenantId = " ",
            options => options.TimeProvider = null!,
        ];

        Assert.All(mistakes, mistake =>
        {
            var refusal = Assert.Throws<AadAuthenticationException>(() => new NpgsqlDataSourceBuilder(Azure).UseAadAuthentication(configure: mistake));
            Assert.Equal(AadAuthenticationFailure.InvalidSettings, refusal.Reason);
        });
    }
}
