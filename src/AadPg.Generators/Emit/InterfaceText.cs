using AadPg.Generators.Specs;

namespace AadPg.Generators.Emit;

/// <summary>The interface of a factory, which stands behind it in the same file.</summary>
internal static class InterfaceText
{
    private const string Runtime = "global::AadPg.IAadConnectionFactory";

    private const string Members = """
        /// <summary>Makes a command that takes a connection from the pool when it is executed, and gives it back afterwards.</summary>
        /// <param name="commandText">The SQL to execute; <see langword="null"/> when it is set later.</param>
        /// <returns>A command without a connection of its own.</returns>
        global::Npgsql.NpgsqlCommand CreateCommand(string? commandText = null);

        /// <summary>Makes a batch of commands that takes a connection from the pool when it is executed, and gives it back afterwards.</summary>
        /// <returns>A batch without a connection of its own.</returns>
        global::Npgsql.NpgsqlBatch CreateBatch();
        """;

    private const string ReplicaMembers = """

        /// <summary>The data source of the read replicas; the primary answers when no replica can be reached.</summary>
        global::Npgsql.NpgsqlDataSource ReplicaDataSource { get; }

        /// <summary>Opens a connection to a read replica, or to the primary when no replica can be reached.</summary>
        /// <returns>An open connection; dispose it to give it back to the pool.</returns>
        global::Npgsql.NpgsqlConnection OpenReplicaConnection();

        /// <inheritdoc cref="OpenReplicaConnection()"/>
        /// <param name="cancellationToken">Gives the open up.</param>
        global::System.Threading.Tasks.ValueTask<global::Npgsql.NpgsqlConnection> OpenReplicaConnectionAsync(global::System.Threading.CancellationToken cancellationToken = default);
        """;

    /// <summary>What the factory's class implements.</summary>
    public static string Base(ConnectionFactorySpec factory) => factory.Interface is { } own ? own.Name + factory.Type.TypeParameters : Runtime;

    public static void Write(SourceWriter writer, ConnectionFactorySpec factory)
    {
        if (factory.Interface is not { } own)
            return;

        writer.Write($"""

            /// <summary>What the factory {factory.Name.Simple} can do, for code that is tested with another implementation.</summary>
            {GeneratedFile.Marker}
            {own.Accessibility} interface {own.Name}{factory.Type.TypeParameters} : {Runtime}
            """);
        writer.OpenBlock();
        writer.Write(Members);
        if (factory.Settings.HasReplicas)
            writer.Write(ReplicaMembers);
        writer.CloseBlock();
    }
}
