namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Reads which database names speak of: <c>ShopPostgresDb</c>, <c>MySqlOptions</c>.</summary>
internal static class DatabaseWords
{
    private static readonly HashSet<string> s_postgres = new(StringComparer.Ordinal) { "postgres", "postgre", "postgresql", "npgsql", "pgsql", "pg", "postgresqlconnstr" };

    private static readonly HashSet<string> s_foreign = new(StringComparer.Ordinal)
    {
        "mysql", "mariadb", "sqlserver", "mssql", "sqlazure", "oracle", "redis", "rabbit", "rabbitmq", "mongo", "mongodb", "clickhouse", "sqlite", "firebird", "hana", "snowflake",
        "cosmos", "cosmosdb", "cassandra", "vertica", "servicebus", "eventhub", "eventhubs", "kafka", "amqp", "activemq", "smtp", "ldap", "elastic", "elasticsearch", "neo4j",
        "influx", "influxdb", "teradata", "sybase", "informix", "couchbase", "trino", "db2", "dameng", "kingbase", "kingbasees", "oscar", "shentong", "sqlconnstr", "mysqlconnstr", "sqlazureconnstr",
    };

    /// <summary>Whether the nearest name that speaks of a database speaks of PostgreSQL; null when none does, or of both.</summary>
    public static bool? In(ConfigPath path)
    {
        foreach (var segment in path.SegmentsFromTheValueOut)
        {
            var words = NameWords.Of(segment).ToList();
            var isPostgres = words.Exists(s_postgres.Contains);
            if (isPostgres != words.Exists(s_foreign.Contains))
                return isPostgres;
        }

        return null;
    }
}
