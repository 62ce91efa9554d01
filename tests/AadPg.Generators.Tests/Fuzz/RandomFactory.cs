using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.Generators.Tests.Fuzz;

/// <summary>Writes a class with the attribute as a person might, or as nobody would.</summary>
internal sealed class RandomFactory(Random random)
{
    private static readonly string[] s_names =
        ["OrdersDb", "@class", "@record", "@event", "@required", "@file", "lower", "_", "Größe", "データ", "A\u0301", "\\u0041bc", "@await", "DataSource", "a\u203fb", "@__arglist", "System", "Npgsql"];

    private static readonly string[] s_containers = ["class", "static class", "struct", "readonly record struct", "record", "interface", "class", "abstract class"];

    private static readonly string[] s_bases =
    [
        " : System.IDisposable", " : global::Bases.Plain", " : global::Bases.NeedsName", " : global::Bases.Disposable", " : global::Bases.Optional",
        " : global::Bases.Required", " : global::Bases.Factory", " : AadPg.IAadConnectionFactory", " : Missing",
    ];

    private static readonly string[] s_typeParameters = ["<T>", "<T, @class>", "<TContext, @TTContext>", "<DataSource>", "<Größe>", "<T, T>"];

    private static readonly string[] s_members =
    [
        "static partial void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder builder) { }",
        "private static partial void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder @class) { }",
        "internal static unsafe partial void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder größe) { }",
        "static async partial void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder b) => await System.Threading.Tasks.Task.Yield();",
        "partial void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder builder) { }",
        "public void ConfigureDataSource(int number) { }",
        "public Npgsql.NpgsqlBatch CreateBatch() => null!;",
        "public object AllHosts => null!; public int ReplicaDataSource;",
        "public void OpenReplicaConnection() { }",
        "public string Tenant { get; }",
        "public string Region { get; set; } = \"\";",
        "private readonly object _lock = new(), _other;",
        "public event System.Action Changed;",
        "public int Settings => 1; public int builder; public class global;",
        "public int DataSource;",
        "public void Dispose() { }",
        "public void Dispose(bool disposing) { }",
        "public class System { public class Action; } public class Npgsql; public class AadPg;",
        "public class OpenConnection<T>;",
        "public string CreateCommand(string? text, int number = 0) => \"\";",
        "void System.IDisposable.Dispose() { }",
        "public static int operator +(int x) => x;",
        "public int this[int index] => index;",
        "~Broken() { }",
        "this is not C#",
    ];

    /// <summary>What may stand beside a factory under the name of its interface.</summary>
    private static readonly string[] s_siblings = ["public interface I", "internal partial interface I", "internal class I", "file interface I"];

    private static readonly string[] s_values =
    [
        "shop.postgres.database.azure.com", "a,b", "localhost:5432", "/tmp", "", " ", "\0", "x;Password=y", "it's \"quoted\"", "{0}", "\\", "\r\n", "\u2028#error", "*/", "]]>", "<b>&", "\ud800", "\U0001F600",
        "\u0085", "\u0001\u007f", "\ufeff", "$\"{1}\"", "\"\"\"", "7f3b1c52-6a1f-4c8e-9d0a-2b8f5e4d3c21", "anna@shop.example", "api@shop", new('ü', 32),
    ];

    private static readonly string[] s_connectionStrings =
    [
        "Options=-c work_mem=64MB", "Host=shop.postgres.database.azure.com;Database=orders;Username=\"an \"\"odd\"\" one\"", "Password=x", "Passfile=x", "SSL Mode=Require", "SSL Mode=Prefer", "Multiplexing=true",
        "Minimum Pool Size=200", "Target Session Attributes=any", "a=b", "Host", "postgres://u@h/d", "Search Path='a\nb'", "Username=\"\u2028#error\"", "Host=\ufffc",
    ];

    private static readonly string[] s_settings =
    [
        "ReadReplicas = true", "ReadReplicas = Missing.Constant", "TargetSessionAttributes = Npgsql.TargetSessionAttributes.ReadOnly", "TargetSessionAttributes = (Npgsql.TargetSessionAttributes)77",
        "Cloud = AadPg.AzurePostgresCloudName.China", "Cloud = (AadPg.AzurePostgresCloudName)(-1)", "MaxPoolSize = 10", "MinPoolSize = -5", "MinPoolSize = 20", "Multiplexing = true", "Pooling = false",
        "CommandTimeout = int.MaxValue", "CancellationTimeout = -1", "Timeout = 2000", "KeepAlive = 'a'", "Enlist = false",
    ];

    public string Write(int number)
    {
        var source = new StringBuilder();
        var isGlobal = !Chance(9);
        if (!isGlobal)
            source.Append("namespace N").Append(number).Append(Chance(3) ? ".@namespace.Größe" : "").Append(" {\n");
        var depth = random.Next(3);
        for (var level = 0; level < depth; level++)
            source.Append(Often("public ", "internal ", "")).Append(Chance(9) ? "partial " : "").Append(Pick(s_containers)).Append(" Outer").Append(number).Append('_').Append(level).Append(Chance(1) ? "<T>" : "").Append("\n{\n");

        WriteClass(source, isGlobal, depth);

        source.Insert(source.Length, "}\n", isGlobal ? depth : depth + 1);
        return source.Replace("partial static", "static partial").Replace("partial readonly", "readonly partial").Replace("partial abstract", "abstract partial").ToString();
    }

    private void WriteClass(StringBuilder source, bool isGlobal, int depth)
    {
        // In the global namespace the last two would hide a namespace from all the other classes.
        var name = isGlobal ? s_names[random.Next(s_names.Length - 2)] : Pick(s_names);
        var kind = Often("class", "class", "record");
        source.Append(Chance(1) ? "[System.Obsolete] " : "").Append(Attribute()).Append('\n')
            .Append(depth > 0 ? Often("public ", "private ", "protected internal ") : Often("public ", "internal ", "file "))
            .Append(Often("sealed ", "", Pick(["static ", "abstract ", "unsafe "])))
            .Append(Chance(9) ? "partial " : "").Append(kind).Append(' ').Append(name)
            .Append(Chance(2) ? Pick(s_typeParameters) : "").Append(Chance(1) ? "(int number)" : "").Append(Chance(3) ? Pick(s_bases) : "").Append("\n{\n");
        for (var member = random.Next(3); member > 0; member--)
            source.Append(Pick(s_members)).Append('\n');
        if (Chance(2))
            source.Append("public ").Append(name).Append("(int number) ").Append(Often(": this() ", "", ": this(null) ")).Append("{ }\n");
        source.Append("}\n");
        if (Chance(1))
            source.Append(Pick(s_siblings)).Append(name).Append(";\n");
    }

    private string Attribute()
    {
        var arguments = new List<string>();
        if (Chance(5))
            arguments.Add(Value());
        foreach (var setting in new[] { "Host", "Database", "Username", "ApplicationName", "ManagedIdentityClientId", "TenantId", "SearchPath" })
        {
            if (Chance(4))
                arguments.Add($"{setting} = {Value()}");
        }

        if (Chance(3))
            arguments.Add($"ConnectionString = {Often(SymbolDisplay.FormatLiteral(Pick(s_connectionStrings), quote: true), Value(), "null")}");
        foreach (var setting in s_settings.Where(_ => Chance(1)))
            arguments.Add(setting);
        if (Chance(2))
            arguments.Add($"Port = {Often("6432", "0", "70000")}");
        if (Chance(3))
            arguments.Add($"SslMode = {Often("Npgsql.SslMode.Require", "Npgsql.SslMode.VerifyCA", "(Npgsql.SslMode)1")}");
        return $"[AadPg.AadConnectionFactory({string.Join(", ", arguments)})]";
    }

    private string Value() => random.Next(20) switch
    {
        0 => "null",
        1 => "Missing.Constant",
        2 => "42",
        3 => "nameof(System)",
        _ => SymbolDisplay.FormatLiteral(Pick(s_values) + (Chance(2) ? Pick(s_values) : ""), quote: true),
    };

    private bool Chance(int outOfTen) => random.Next(10) < outOfTen;

    private string Often(string often, string sometimes, string seldom) => random.Next(10) switch { < 6 => often, < 9 => sometimes, _ => seldom };

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
