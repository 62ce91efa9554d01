namespace AadPg.Analyzers.Tests.Combinations;

/// <summary>A place that hands a text to PostgreSQL.</summary>
/// <param name="Statement">The statement, with <c>§</c> for the text.</param>
/// <param name="Takes">What the text is.</param>
internal sealed record WayIn(string Statement, TextKind Takes)
{
    public static IReadOnlyList<WayIn> All { get; } =
    [
        .. Of(
            TextKind.ConnectionString,
            "_ = new NpgsqlConnection(§);",
            "NpgsqlConnection c = new(§);",
            "_ = new NpgsqlConnection { ConnectionString = § };",
            "new NpgsqlConnection().ConnectionString = §;",
            "new NpgsqlConnection(§).Execute(\"select 1\");",
            "_ = new NpgsqlConnection().CloneWith(§);",
            "_ = NpgsqlDataSource.Create(§);",
            "_ = new NpgsqlDataSourceBuilder(§).Build();",
            "_ = new NpgsqlDataSourceBuilder(§).BuildMultiHost();",
            "_ = new NpgsqlSlimDataSourceBuilder(§);",
            "_ = NpgsqlFactory.Instance.CreateDataSource(§);",
            "_ = new NpgsqlDataAdapter(\"select 1\", §);",
            "_ = new Npgsql.Replication.LogicalReplicationConnection(§);",
            "_ = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(§).ConnectionString);",
            "_ = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(§) { Pooling = false }.ToString());",
            "options.UseNpgsql(§);",
            "options.UseNpgsql(§, o => { });",
            "services.AddNpgsql<DbContext>(§);",
            "services.AddNpgsqlDataSource(§);",
            "services.AddNpgsqlSlimDataSource(§);",
            "services.AddMultiHostNpgsqlDataSource(§);",
            "services.AddDbContext<DbContext>(o => o.UseNpgsql(§));",
            "services.AddSingleton(_ => new NpgsqlConnection(§));"),
        .. Of(
            TextKind.ConnectionStringByItsOwnWords,
            "Use(§);",
            "_ = new System.Collections.Generic.Dictionary<string, string> { [\"ConnectionStrings:Default\"] = § };",
            "_ = new System.Collections.Generic.Dictionary<string, string> { { \"ConnectionStrings:Default\", § } };",
            "configuration[\"ConnectionStrings:Default\"] = §;",
            "_ = new[] { § };"),
        .. Of(
            TextKind.Password,
            "_ = new NpgsqlConnectionStringBuilder { Host = \"db.example.com\", Password = §, SslMode = SslMode.VerifyFull };",
            "_ = new NpgsqlConnectionStringBuilder { Host = \"db.example.com\", [\"PWD\"] = §, SslMode = SslMode.VerifyFull };",
            "_ = new NpgsqlConnectionStringBuilder { { \"psw\", § }, { \"Host\", \"db.example.com\" }, { \"ssl mode\", \"VerifyFull\" } };",
            "var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com;SSL Mode=VerifyFull\"); b.Password = §;",
            "var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com;SSL Mode=VerifyFull\"); b.Add(\"PWD\", §);",
            "var b = new NpgsqlConnectionStringBuilder { Host = \"db.example.com\", SslMode = SslMode.VerifyFull }; b.SslPassword = §;",
            "given0.Password = §;",
            "given0?.Password = §;",
            "given0[\"password\"] = §;",
            "source.Password = §;",
            "new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => §, (_, _) => throw new NotSupportedException());",
            "new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => text, (_, _) => new ValueTask<string>(§));",
            "new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => text, async (_, _) => { await Task.Yield(); return §; });",
            "new NpgsqlSlimDataSourceBuilder(text).UsePeriodicPasswordProvider((_, _) => ValueTask.FromResult(§), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1));",
            "Environment.SetEnvironmentVariable(\"PGPASSWORD\", §);",
            "new System.Diagnostics.ProcessStartInfo(\"psql\").Environment[\"PGPASSWORD\"] = §;",
            "_ = new System.Diagnostics.ProcessStartInfo(\"psql\") { Environment = { [\"PGPASSWORD\"] = § } };",
            "_ = new NpgsqlConnection($\"Host=db.example.com;Username=u;Password={(§)};SSL Mode=VerifyFull\");",
            "_ = new NpgsqlConnection(\"Host=db.example.com;Username=u;SSL Mode=VerifyFull;PWD=\" + (§));",
            "_ = new NpgsqlConnection(string.Format(\"Host={0};Password={1};SSL Mode=VerifyFull\", text, §));"),
    ];

    public override string ToString() => Statement;

    private static IEnumerable<WayIn> Of(TextKind kind, params string[] statements) => statements.Select(statement => new WayIn(statement, kind));
}
