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
        GeneratedFile.WriteHeader(writer, factory.Name);
        if (factory.Namespace is not null)
            writer.Write($"namespace {factory.Namespace};\n");

        OpenContainingTypes(writer, factory);
        WriteClass(writer, factory);
        InterfaceText.Write(writer, factory);
        for (var depth = 1; depth < factory.Parts.Count; depth++)
            writer.CloseBlock();
        return writer.ToSourceText();
    }

    private static void OpenContainingTypes(SourceWriter writer, ConnectionFactorySpec factory)
    {
        foreach (var part in factory.Parts.Take(factory.Parts.Count - 1))
        {
            writer.Write($"partial {part.Keyword} {part.Type}");
            writer.OpenBlock();
        }
    }

    private static void WriteClass(SourceWriter writer, ConnectionFactorySpec factory)
    {
        writer.Write($"""
            /// <remarks>{FactoryRemarks.Create(factory.Settings)}</remarks>
            partial {factory.Type.Keyword} {factory.Type.Type} : {InterfaceText.Base(factory)}
            """);
        writer.OpenBlock();
        WriteConstructor(writer, factory);
        MemberText.Write(writer, factory.Settings);
        DisposalText.Write(writer, factory);
        WriteHook(writer, factory.Hook);
        writer.CloseBlock();
    }

    private static void WriteConstructor(SourceWriter writer, ConnectionFactorySpec factory)
    {
        if (factory.LeavesMembersNull)
            writer.Write($"#pragma warning disable CS8618 // {UsageRuleIds.MemberLeftNull} reports it, at the member that is left null.");
        writer.Write($"""
            /// <summary>Makes the factory and its data source. Nothing connects, and no token is requested, until the first open.</summary>
            /// <param name="configure">Changes the options that come from the attribute, such as the credential or the pool size; <see langword="null"/> takes them as they are.</param>
            /// <exception cref="global::AadPg.AadAuthenticationException">The settings are not fit for a token: no user name, a static password, TLS not required, or a host that may not receive the token.</exception>
            {GeneratedFile.Marker}
            public {factory.Type.Identifier}(global::System.Action<global::AadPg.AadConnectionFactoryOptions>? configure = null)
            """);
        writer.OpenBlock();
        DataSourceText.Write(writer, factory.Settings);
        writer.CloseBlock();
        if (factory.LeavesMembersNull)
            writer.Write("#pragma warning restore CS8618");
        writer.Write("");
    }

    private static void WriteHook(SourceWriter writer, HookSpec hook) => writer.Write($"""
        /// <summary>Implement this to configure the data source, for example type mappings, JSON or logging; without an implementation nothing is called.</summary>
        /// <param name="{hook.Parameter.TrimStart('@')}">The builder of the data source, with the settings applied; the token provider is added afterwards.</param>
        {GeneratedFile.Marker}
        {hook.Modifiers}static partial void ConfigureDataSource(global::Npgsql.NpgsqlDataSourceBuilder {hook.Parameter});
        """);
}
