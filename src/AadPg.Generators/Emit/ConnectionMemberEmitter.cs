using AadPg.Generators.Parsing;
using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Generators.Emit;

/// <summary>Writes the generated half of a property or method that is a data source.</summary>
internal static class ConnectionMemberEmitter
{
    public static SourceText Emit(ConnectionMemberSpec member)
    {
        var writer = new SourceWriter();
        GeneratedFile.WriteHeader(writer, member.Name, "AadConnection");
        if (member.Namespace is not null)
            writer.Write($"namespace {member.Namespace};\n");
        foreach (var part in member.Parts)
        {
            writer.Write($"partial {part.Keyword} {part.Type}");
            writer.OpenBlock();
        }

        WriteMember(writer, member);
        WriteHook(writer, member);
        foreach (var _ in member.Parts)
            writer.CloseBlock();
        return writer.ToSourceText();
    }

    private static void WriteMember(SourceWriter writer, ConnectionMemberSpec member)
    {
        var field = ConnectionMemberText.FieldName(member.Name.Simple, member.IsStatic);
        writer.Write($"""
            {GeneratedFile.Marker}
            private {(member.IsStatic ? "static " : "")}global::Npgsql.NpgsqlDataSource? {field};

            /// <remarks>{FactoryRemarks.Create(member.Settings)} Made when it is first asked for; {(member.IsStatic ? "it lives as long as the process" : "it belongs to the object, which disposes it")}.</remarks>
            {GeneratedFile.Marker}
            {member.Modifiers} global::Npgsql.NpgsqlDataSource {CSharpText.Identifier(member.Name.Simple)}{(member.IsMethod ? "()" : "")}
                => global::System.Threading.LazyInitializer.EnsureInitialized(
                    ref {field},
                    {(member.IsStatic ? "static " : "")}() => global::AadPg.AadConnectionFactory.CreateDataSource(
                        {string.Join(",\n            ", DataSourceText.Settings(member.Settings).Append($"configure: {Configure(member)}"))}));
            """);
    }

    private static string Configure(ConnectionMemberSpec member)
    {
        var hook = $"static options => {HookName(member)}(options)";
        return member.Configuration is { } configuration
            ? $"global::AadPg.AadConnectionFactory.ConfigureFrom({configuration}, {CSharpText.Literal(member.Settings.ConnectionName)}, {hook})"
            : hook;
    }

    private static void WriteHook(SourceWriter writer, ConnectionMemberSpec member) => writer.Write($"""

        /// <summary>Implement this to set the options of {member.Name.Simple}, such as the credential; without an implementation nothing is called.</summary>
        /// <param name="{member.Hook.Parameter.TrimStart('@')}">The options, with the attribute's settings{(member.Configuration is null ? "" : " and those of configuration")} applied.</param>
        {GeneratedFile.Marker}
        {member.Hook.Modifiers}static partial void {HookName(member)}({ConnectionMemberParser.OptionsType} {member.Hook.Parameter});
        """);

    private static string HookName(ConnectionMemberSpec member) => ConnectionMemberText.HookName(member.Name.Simple);
}
