using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes.Factories;

/// <summary>Writes the file of a connection factory, in the form of the file that it is made for.</summary>
/// <param name="settings">What the factory connects to.</param>
/// <param name="localHosts">The hosts that the token may go to although they are none of Azure's.</param>
internal sealed class FactoryFile(FactorySettings settings, IReadOnlyList<string> localHosts)
{
    /// <param name="name">The class's name.</param>
    /// <param name="namespace">The namespace; empty for none.</param>
    /// <param name="neighbour">The file that uses the factory.</param>
    public string Write(string name, string @namespace, CompilationUnitSyntax neighbour)
    {
        var isBlock = neighbour.Members.OfType<NamespaceDeclarationSyntax>().Any();
        var text = new StringBuilder("using AadPg;\n");
        if (settings.Others.Count > 0 || settings.Arguments.Any(argument => argument.Name == "SslMode"))
            text.Append("using Npgsql;\n");

        text.Append('\n');
        if (@namespace.Length == 0)
            return text.Append(Class(name, "")).ToString();

        return isBlock
            ? text.Append($"namespace {@namespace}\n{{\n{Class(name, "    ")}}}\n").ToString()
            : text.Append($"namespace {@namespace};\n\n{Class(name, "")}").ToString();
    }

    private string Class(string name, string indentation)
    {
        var lines = new List<string>
        {
            $"[AadConnectionFactory({string.Join(", ", settings.Arguments.Select(argument => $"{argument.Name} = {argument.Value}"))})]",
            $"internal sealed partial class {name}",
            "{",
            "    /// <summary>The one factory of the process, and with it the one connection pool.</summary>",
            $"    public static {name} Shared {{ get; }} = new {name}({Options()});",
        };
        if (settings.Others.Count > 0)
        {
            lines.AddRange(["", "    static partial void ConfigureDataSource(NpgsqlDataSourceBuilder builder)", "    {"]);
            lines.AddRange(settings.Others.Select(other => $"        builder.ConnectionStringBuilder[{Literal(other.Keyword)}] = {Literal(other.Value)};"));
            lines.Add("    }");
        }

        lines.Add("}");
        return string.Concat(lines.Select(line => (line.Length == 0 ? "" : indentation + line) + "\n"));
    }

    private string Options() => localHosts.Count switch
    {
        0 => "",
        1 => $"options => options.AllowedHosts.Add({Literal(localHosts[0])})",
        _ => $"options => {{ {string.Concat(localHosts.Select(host => $"options.AllowedHosts.Add({Literal(host)}); "))}}}",
    };

    private static string Literal(string value) => SyntaxFactory.Literal(value).Text;
}
