using AadPg.Generators.Specs;
using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Generators.Emit;

/// <summary>Writes the generated half of a factory class: typed names over one call into the runtime.</summary>
internal static class FactoryEmitter
{
    public static SourceText Emit(ConnectionFactorySpec factory)
    {
        var writer = new SourceWriter();
        writer.Write(GeneratedFile.Header(factory.Name));
        if (factory.Namespace is not null)
            writer.Write($"namespace {factory.Namespace};\n");

        OpenTypes(writer, factory);
        WriteConstructor(writer, factory);
        WriteMembers(writer);
        writer.Write(factory.IsSealed ? DisposalText.OfSealedClass : DisposalText.OfOpenClass);
        WriteHook(writer, factory.Hook);
        foreach (var _ in factory.Parts)
            writer.CloseBlock();
        return writer.ToSourceText();
    }

    private static void OpenTypes(SourceWriter writer, ConnectionFactorySpec factory)
    {
        for (var depth = 0; depth < factory.Parts.Count - 1; depth++)
        {
            writer.Write($"partial {factory.Parts[depth].Keyword} {factory.Parts[depth].Identifier}");
            writer.OpenBlock();
        }

        var (keyword, identifier) = factory.Parts[factory.Parts.Count - 1];
        writer.Write($"""
            /// <remarks>{FactoryRemarks.Create(factory.Settings)}</remarks>
            partial {keyword} {identifier} : global::AadPg.IAadConnectionFactory
            """);
        writer.OpenBlock();
    }

    private static void WriteConstructor(SourceWriter writer, ConnectionFactorySpec factory)
    {
        var settings = factory.Settings;
        if (factory.LeavesMembersNull)
            writer.Write($"#pragma warning disable CS8618 // {UsageRuleIds.MemberLeftNull} reports it, at the member that is left null.");
        writer.Write($$"""
            /// <summary>Makes the factory and its data source. Nothing connects, and no token is requested, until the first open.</summary>
            /// <param name="configure">Changes the options that come from the attribute, such as the credential or the pool size; <see langword="null"/> takes them as they are.</param>
            /// <exception cref="global::AadPg.AadAuthenticationException">The settings are not fit for a token: no user name, a static password, TLS not required, or a host that may not receive the token.</exception>
            {{GeneratedFile.Marker}}
            public {{factory.Parts[factory.Parts.Count - 1].Identifier}}(global::System.Action<global::AadPg.AadConnectionFactoryOptions>? configure = null)
            {
                DataSource = global::AadPg.AadConnectionFactory.CreateDataSource(
                    settings: {{CSharpText.Literal(ConnectionStringText.Create(settings))}},
                    managedIdentityClientId: {{CSharpText.Literal(settings.ManagedIdentityClientId)}},
                    configureDataSource: static builder => ConfigureDataSource(builder),
                    configure: configure);
            }
            """);
        if (factory.LeavesMembersNull)
            writer.Write("#pragma warning restore CS8618");
        writer.Write("");
    }

    private static void WriteMembers(SourceWriter writer) => writer.Write($$"""
        /// <summary>The data source that all connections and commands of this factory come from. It belongs to the factory, which disposes it.</summary>
        {{GeneratedFile.Marker}}
        public global::Npgsql.NpgsqlDataSource DataSource { get; }

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

        """);

    private static void WriteHook(SourceWriter writer, HookSpec hook) => writer.Write($"""
        /// <summary>Implement this to configure the data source, for example type mappings, JSON or logging; without an implementation nothing is called.</summary>
        /// <param name="{hook.Parameter.TrimStart('@')}">The builder of the data source, with the settings applied; the token provider is added afterwards.</param>
        {GeneratedFile.Marker}
        {hook.Modifiers}static partial void ConfigureDataSource(global::Npgsql.NpgsqlDataSourceBuilder {hook.Parameter});
        """);
}
