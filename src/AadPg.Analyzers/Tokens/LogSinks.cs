using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>What writes its arguments where others read them.</summary>
internal static class LogSinks
{
    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal)
    {
        "System.Console",
        "System.Diagnostics.Debug",
        "System.Diagnostics.Trace",
        "System.Diagnostics.TraceSource",
        "Microsoft.Extensions.Logging.LoggerExtensions",
        "Microsoft.Extensions.Logging.ILogger",
        "Serilog.Log",
        "Serilog.ILogger",
        "NLog.Logger",
        "NLog.ILogger",
    };

    /// <summary>A call of a logger, the console or a trace, or the creation of an exception.</summary>
    public static bool Is(IOperation taker) => taker switch
    {
        IInvocationOperation { TargetMethod.ContainingType: { } type } => s_types.Contains(type.ToDisplayString()),
        IObjectCreationOperation { Type: { } type } => IsException(type),
        _ => false,
    };

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: nameof(Exception), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }
}
