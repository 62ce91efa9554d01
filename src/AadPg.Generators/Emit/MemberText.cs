using AadPg.Generators.Specs;

namespace AadPg.Generators.Emit;

/// <summary>The data sources of a factory, and what it gets from them.</summary>
internal static class MemberText
{
    private static readonly string s_oneHost = $$"""
        /// <summary>The data source that all connections and commands of this factory come from. It belongs to the factory, which disposes it.</summary>
        {{GeneratedFile.Marker}}
        public global::Npgsql.NpgsqlDataSource DataSource { get; }

        """;

    private static readonly string s_allHosts = $$"""
        /// <summary>The data source of all the hosts, for any other choice among them. It belongs to the factory, which disposes it.</summary>
        {{GeneratedFile.Marker}}
        public global::Npgsql.NpgsqlMultiHostDataSource AllHosts { get; }

        """;

    private static readonly string s_members = $$"""
        /// <summary>Opens a connection from the pool, or a new one that logs in with a token.</summary>
        /// <returns>An open connection; dispose it to give it back to the pool.</returns>
        /// <exception cref="global::AadPg.AadAuthenticationException">No token could be had, or it may not be sent; the message says the remedy.</exception>
        /// <exception cref="global::Npgsql.NpgsqlException">The server cannot be reached or refuses the login.</exception>
        {{GeneratedFile.Marker}}
        public global::Npgsql.NpgsqlConnection OpenConnection() => global::AadPg.AadConnectionFactory.OpenConnection(DataSource);

        /// <inheritdoc cref="OpenConnection()"/>
        /// <param name="cancellationToken">Gives the open up.</param>
        /// <exception cref="global::System.OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
        {{GeneratedFile.Marker}}
        public global::System.Threading.Tasks.ValueTask<global::Npgsql.NpgsqlConnection> OpenConnectionAsync(global::System.Threading.CancellationToken cancellationToken = default)
            => global::AadPg.AadConnectionFactory.OpenConnectionAsync(DataSource, cancellationToken);

        /// <summary>Makes a command that takes a connection from the pool when it is executed, and gives it back afterwards.</summary>
        /// <param name="commandText">The SQL to execute; <see langword="null"/> when it is set later.</param>
        /// <returns>A command without a connection of its own.</returns>
        {{GeneratedFile.Marker}}
        public global::Npgsql.NpgsqlCommand CreateCommand(string? commandText = null) => DataSource.CreateCommand(commandText);

        /// <summary>Makes a batch of commands that takes a connection from the pool when it is executed, and gives it back afterwards.</summary>
        /// <returns>A batch without a connection of its own.</returns>
        {{GeneratedFile.Marker}}
        public global::Npgsql.NpgsqlBatch CreateBatch() => DataSource.CreateBatch();

        """;

    private static readonly string s_replica = $$"""
        /// <summary>The data source of the read replicas; the primary answers when no replica can be reached.</summary>
        {{GeneratedFile.Marker}}
        public global::Npgsql.NpgsqlDataSource ReplicaDataSource { get; }

        /// <summary>Opens a connection to a read replica, or to the primary when no replica can be reached.</summary>
        /// <returns>An open connection; dispose it to give it back to the pool.</returns>
        /// <exception cref="global::AadPg.AadAuthenticationException">No token could be had, or it may not be sent; the message says the remedy.</exception>
        /// <exception cref="global::Npgsql.NpgsqlException">No server can be reached, or the login is refused.</exception>
        {{GeneratedFile.Marker}}
        public global::Npgsql.NpgsqlConnection OpenReplicaConnection() => global::AadPg.AadConnectionFactory.OpenConnection(ReplicaDataSource);

        /// <inheritdoc cref="OpenReplicaConnection()"/>
        /// <param name="cancellationToken">Gives the open up.</param>
        /// <exception cref="global::System.OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
        {{GeneratedFile.Marker}}
        public global::System.Threading.Tasks.ValueTask<global::Npgsql.NpgsqlConnection> OpenReplicaConnectionAsync(global::System.Threading.CancellationToken cancellationToken = default)
            => global::AadPg.AadConnectionFactory.OpenConnectionAsync(ReplicaDataSource, cancellationToken);

        """;

    public static void Write(SourceWriter writer, ConnectionSettingsSpec settings)
    {
        if (settings.ChoosesHost)
        {
            writer.Write(s_allHosts);
            writer.Write(ChosenHost(settings.TargetSession ?? TargetSession.Primary));
        }
        else
        {
            writer.Write(s_oneHost);
        }

        writer.Write(s_members);
        if (settings.HasReplicas)
            writer.Write(s_replica);
    }

    private static string ChosenHost(TargetSession session) => $$"""
        /// <summary>The data source that connections and commands come from unless something else is said: of the hosts, it takes the one that is <see cref="global::Npgsql.TargetSessionAttributes.{{session}}"/>.</summary>
        {{GeneratedFile.Marker}}
        public global::Npgsql.NpgsqlDataSource DataSource { get; }

        """;
}
