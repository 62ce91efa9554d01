using System.Collections.Immutable;
using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Writes down what a call is given for the parts of a connection, <c>new PostgresClient("db.example.com", "shop", "api", "…")</c>, as the connection string that
/// the called code makes of it. Which database it is for, the names of the method, its type and its namespace say, and the parts, as in a config file.
/// </summary>
internal sealed class ConnectionArguments(StringTracer strings, DriverReferences drivers)
{
    /// <summary>The password that <paramref name="operation"/> gives to a parameter of that name; null for other operations. The parameters come first, which nearly all end at.</summary>
    public static IArgumentOperation? PasswordIn(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } call when PasswordOf(method) is { } parameter => ArgumentFor(parameter, call.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation when PasswordOf(constructor) is { } parameter => ArgumentFor(parameter, creation.Arguments),
        _ => null,
    };

    /// <summary>The parts around <paramref name="password"/>; none when nothing says that it is PostgreSQL's.</summary>
    public ImmutableArray<TracedText> Trace(IArgumentOperation password)
    {
        var method = (IMethodSymbol)password.Parameter!.ContainingSymbol;
        var type = method.ContainingType;
        var path = new ConfigPath([type.ContainingNamespace.Name, type.Name, method.MethodKind == MethodKind.Constructor ? "" : method.Name]);
        var isConnection = NameWords.Of(type.Name).Contains("connection");
        return StringTracer.ForEachBranch(branches => Trace(password, branches)).RemoveAll(text => !IsPostgres(ParsedConnectionString.Parse(text.Text)));

        bool IsPostgres(ParsedConnectionString parts) => PostgresEvidence.Proves(parts, path, provider: null, drivers) || (isConnection && PostgresEvidence.IsLogin(parts, path));
    }

    private TracedText Trace(IArgumentOperation password, Branches branches)
    {
        var text = new TracedTextBuilder { IsComposed = true };
        text.AddHole(Hole.AnyText, password.Syntax);
        foreach (var argument in password.Parent!.ChildOperations.OfType<IArgumentOperation>().Where(argument => argument.ArgumentKind == ArgumentKind.Explicit))
        {
            if (argument.Parameter is { } parameter && ConnectionPart.KeywordOf(parameter.Name) is { } keyword && (argument == password || keyword != Keyword.Password))
                text.AddSetting(keyword, strings.Trace(argument.Value, branches), argument.Value.Syntax);
        }

        return text.Build(password.Syntax.GetLocation());
    }

    private static IArgumentOperation? ArgumentFor(IParameterSymbol parameter, ImmutableArray<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter));

    /// <summary>A loop and not a lambda: it runs for every call. By the name first, which needs no type looked up; a password alone has no parts around it.</summary>
    private static IParameterSymbol? PasswordOf(IMethodSymbol method)
    {
        var parameters = method.Parameters;
        if (parameters.Length < 2)
            return null;

        foreach (var parameter in parameters)
        {
            if (IsNamedForPassword(parameter.Name) && parameter.Type.SpecialType == SpecialType.System_String)
                return parameter;
        }

        return null;
    }

    private static bool IsNamedForPassword(string name) =>
        (name.EndsWith("password", StringComparison.OrdinalIgnoreCase) || name.EndsWith("pwd", StringComparison.OrdinalIgnoreCase)) && ConnectionPart.KeywordOf(name) == Keyword.Password;
}
