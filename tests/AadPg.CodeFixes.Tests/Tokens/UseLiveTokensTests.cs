using static AadPg.CodeFixes.Tests.Tokens.TokenSources;

namespace AadPg.CodeFixes.Tests.Tokens;

public class UseLiveTokensTests
{
    [Theory]
    [InlineData("_credential.GetTokenAsync(new TokenRequestContext([\"" + Scope + "\"]), c)", "_credential")]
    [InlineData("_credential.GetTokenAsync(new TokenRequestContext(scopes: new[] { \"" + Scope + "\" }) { }, c).ConfigureAwait(false)", "_credential")]
    [InlineData("new DefaultAzureCredential().GetTokenAsync(new([\"" + Scope + "\"]), c)", "")]
    [InlineData("new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned).GetTokenAsync(new([\"" + Scope + "\"]), c)", "new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)")]
    [InlineData("outer.GetTokenAsync(context, c)", "outer")]
    [InlineData("handed.GetTokenAsync(context, c)", "handed")]
    public Task PeriodicProvider_BecomesAadAuthentication(string request, string credential) => VerifyAsync<UseLiveTokensCodeFix>(
        Members($$"""
            void Configure(NpgsqlDataSourceBuilder builder, TokenCredential handed)
            {
                TokenCredential outer = new AzureCliCredential();
                var context = new TokenRequestContext(["{{Scope}}"]);
                builder.UsePeriodicPasswordProvider(async (_, c) => (await {{request}}).Token, {|AADPG0006:TimeSpan.FromMinutes(55)|}, TimeSpan.FromSeconds(5));
            }
        """),
        Members($$"""
            void Configure(NpgsqlDataSourceBuilder builder, TokenCredential handed)
            {
                TokenCredential outer = new AzureCliCredential();
                var context = new TokenRequestContext(["{{Scope}}"]);
                builder.UseAadAuthentication({{credential}});
            }
        """));

    [Fact]
    public Task ChainCommentsAndLocalsOfTheCallback_AreTakenCareOf() => VerifyAsync<UseLiveTokensCodeFix>(
        Members($$"""
            NpgsqlDataSource Create(string text) =>
                new NpgsqlDataSourceBuilder(text)
                    .EnableParameterLogging()
                    .UsePeriodicPasswordProvider(async (_, c) =>
                    {
                        // One for all.
                        var credential = new DefaultAzureCredential();
                        var token = await credential.GetTokenAsync(new TokenRequestContext(["{{Scope}}"]), c);
                        return token.Token;
                    }, {|AADPG0006:TimeSpan.FromHours(1)|}, TimeSpan.FromSeconds(5))
                    .Build();

            NpgsqlDataSource CreateOther(string text)
            {
                var builder = new NpgsqlDataSourceBuilder(text);

                // The server takes no passwords.
                builder.UsePeriodicPasswordProvider(
                    async (_, c) => (await _credential.GetTokenAsync(new TokenRequestContext(["{{Scope}}"]), c)).Token, // a token in its place
                    {|AADPG0006:TimeSpan.FromHours(1)|},
                    TimeSpan.FromSeconds(5));
                return builder.Build();
            }
        """),
        Members("""
            NpgsqlDataSource Create(string text) =>
                new NpgsqlDataSourceBuilder(text)
                    .EnableParameterLogging()
                    // One for all.
                    .UseAadAuthentication()
                    .Build();

            NpgsqlDataSource CreateOther(string text)
            {
                var builder = new NpgsqlDataSourceBuilder(text);

                // The server takes no passwords.
                // a token in its place
                builder.UseAadAuthentication(_credential);
                return builder.Build();
            }
        """));

    [Fact]
    public Task KeptToken_BecomesAadAuthentication() => VerifyAsync<UseLiveTokensCodeFix>(
        Members($$"""
            async Task ConfigureAsync(NpgsqlDataSourceBuilder builder, NpgsqlSlimDataSourceBuilder slim)
            {
                var token = await _credential.GetTokenAsync(new TokenRequestContext(["{{Scope}}"]), default);
                builder.UsePasswordProvider(_ => {|AADPG0006:token|}.Token, (_, _) => new ValueTask<string>({|AADPG0006:token|}.Token));
                slim.UsePasswordProvider(_ => {|AADPG0006:token|}.Token, (_, _) => ValueTask.FromResult({|AADPG0006:token|}.Token));
            }
        """),
        Members($$"""
            async Task ConfigureAsync(NpgsqlDataSourceBuilder builder, NpgsqlSlimDataSourceBuilder slim)
            {
                var token = await _credential.GetTokenAsync(new TokenRequestContext(["{{Scope}}"]), default);
                builder.UseAadAuthentication(_credential);
                slim.UseAadAuthentication(_credential);
            }
        """));

    [Fact]
    public Task BlockingOrThrowingProvider_BecomesAadAuthentication() => VerifyAsync<UseLiveTokensCodeFix>(
        Members($$"""
            private static readonly TokenRequestContext s_context = new(["{{Scope}}"]);

            void Configure(IServiceCollection services, string text)
            {
                services.AddNpgsqlDataSource(text, builder => builder.UsePasswordProvider(
                    _ => {|AADPG0009:throw new NotSupportedException()|},
                    async (_, c) => (await _credential.GetTokenAsync(s_context, c)).Token));
                services.AddNpgsqlDataSource(text, builder => builder.UsePasswordProvider(_ => Get(), GetAsync));
            }

            private string Get() => {|AADPG0009:_credential.GetTokenAsync(s_context, default).AsTask().Result|}.Token;

            private async ValueTask<string> GetAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken) =>
                (await _credential.GetTokenAsync(s_context, cancellationToken)).Token;
        """),
        Members($$"""
            private static readonly TokenRequestContext s_context = new(["{{Scope}}"]);

            void Configure(IServiceCollection services, string text)
            {
                services.AddNpgsqlDataSource(text, builder => builder.UseAadAuthentication(_credential));
                services.AddNpgsqlDataSource(text, builder => builder.UseAadAuthentication(_credential));
            }

            private string Get() => _credential.GetTokenAsync(s_context, default).AsTask().Result.Token;

            private async ValueTask<string> GetAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken) =>
                (await _credential.GetTokenAsync(s_context, cancellationToken)).Token;
        """));

    [Fact]
    public Task WithoutTheRuntime_BothCallbacksAskTheCredential() => VerifyAsync<UseLiveTokensCodeFix>(
        Members($$"""
            void Configure(NpgsqlDataSourceBuilder builder, CancellationToken cancellationToken)
            {
                builder.UsePeriodicPasswordProvider(
                    async (_, c) => (await _credential.GetTokenAsync(new(["{{Scope}}"]), c)).Token, {|AADPG0006:TimeSpan.FromMinutes(55)|}, TimeSpan.FromSeconds(5));
            }
        """),
        Members($$"""
            void Configure(NpgsqlDataSourceBuilder builder, CancellationToken cancellationToken)
            {
                builder.UsePasswordProvider(_ => _credential.GetToken(new TokenRequestContext(["{{Scope}}"]), default).Token, async (_, cancellationToken2) => (await _credential.GetTokenAsync(new TokenRequestContext(["{{Scope}}"]), cancellationToken2).ConfigureAwait(false)).Token);
            }
        """),
        runtime: false);

    [Theory]
    [InlineData("builder", "async (_, c) => { Console.WriteLine(\"Refreshing\"); return (await _credential.GetTokenAsync(s_context, c)).Token; }")]
    [InlineData("builder", "async (settings, c) => settings.Host == \"local\" ? \"\" : (await _credential.GetTokenAsync(s_context, c)).Token")]
    [InlineData("builder", "async (_, c) => { try { return (await _credential.GetTokenAsync(s_context, c)).Token; } catch (Exception) { return \"\"; } }")]
    [InlineData("builder", "async (_, c) => (await _credential.GetTokenAsync(new([scope]), c)).Token")]
    [InlineData("builder", "async (_, c) => (await _credential.GetTokenAsync(new([\"https://ossrdbms-aad.database.sovereign.example/.default\"]), c)).Token")]
    [InlineData("builder", "async (_, c) => (await _credential.GetTokenAsync(new([\"" + Scope + "\"], tenantId: scope), c)).Token")]
    [InlineData("builder", "async (_, c) => (await Choose().GetTokenAsync(s_context, c)).Token")]
    [InlineData("new NpgsqlDataSourceBuilder(\"Host=10.0.0.4;Username=u;SSL Mode=VerifyFull\")", "async (_, c) => (await _credential.GetTokenAsync(s_context, c)).Token")]
    [InlineData("new NpgsqlDataSourceBuilder(\"Host=shop.postgres.database.azure.com;SSL Mode=VerifyFull\")", "async (_, c) => (await _credential.GetTokenAsync(s_context, c)).Token")]
    [InlineData("late", "async (_, c) => (await _credential.GetTokenAsync(s_context, c)).Token")]
    public Task ProviderThatDoesMoreOrWhoseLoginIsNotSure_IsLeftAlone(string builder, string callback)
    {
        var source = Members($$"""
            private static readonly TokenRequestContext s_context = new(["{{Scope}}"]);

            void Configure(NpgsqlDataSourceBuilder builder, string scope)
            {
                {{builder}}.UsePeriodicPasswordProvider({{callback}}, {|AADPG0006:TimeSpan.FromMinutes(55)|}, TimeSpan.FromSeconds(5));
            }

            private TokenCredential Choose() => Environment.TickCount > 0 ? _credential : new AzureCliCredential();
        """);
        source = builder == "late"
            ? source.Replace("late.Use", "builder.Use", StringComparison.Ordinal).Replace("FromSeconds(5));\n", "FromSeconds(5));\n        builder.ConnectionStringBuilder.Username = scope;\n", StringComparison.Ordinal)
            : source;
        return VerifyAsync<UseLiveTokensCodeFix>(source, source);
    }
}
