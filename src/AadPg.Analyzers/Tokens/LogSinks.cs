using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>What writes its arguments where others read them.</summary>
internal static class LogSinks
{
    /// <summary>Types whose methods all write what they are given, or nothing.</summary>
    private static readonly string[] s_types =
    [
        "System.Console",
        "System.Diagnostics.Debug",
        "System.Diagnostics.Trace",
        "System.Diagnostics.TraceSource",
        "System.Diagnostics.EventLog",
        "Microsoft.Extensions.Logging.LoggerExtensions",
        "Microsoft.Extensions.Logging.ILogger",
        "Serilog.Log",
        "Serilog.ILogger",
        "Serilog.Core.Logger",
        "NLog.Logger",
        "NLog.ILogger",
        "NLog.ILoggerBase",
        "NLog.ILoggerExtensions",
        "log4net.ILog",
        "log4net.Core.ILogger",
    ];

    /// <summary>A call of a logger, the console or a trace, or the creation of an exception.</summary>
    public static bool Is(IOperation taker) => taker switch
    {
        IInvocationOperation call => call.TargetMethod.ContainingType.IsNamedAnyOf(s_types) || IsOnConsole(call) || IsLoggerMessage(call),
        IObjectCreationOperation { Type: { } type } => IsException(type),
        _ => false,
    };

    /// <summary><c>Console.Out.WriteLine</c> and <c>Console.Error.WriteLine</c>, whose own type is any writer's.</summary>
    private static bool IsOnConsole(IInvocationOperation call) =>
        call.Instance is IPropertyReferenceOperation { Property: { Name: "Out" or "Error", ContainingType: { Name: nameof(Console), ContainingNamespace.Name: nameof(System) } } };

    /// <summary>A method that the logging source generator writes, or a delegate that <c>LoggerMessage.Define</c> has made.</summary>
    private static bool IsLoggerMessage(IInvocationOperation call) =>
        IsGenerated(call.TargetMethod) || IsGenerated(call.TargetMethod.PartialDefinitionPart)
        || call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance.Type: INamedTypeSymbol { Name: nameof(Action), TypeArguments: [{ Name: "ILogger" }, .., { Name: nameof(Exception) }] } };

    private static bool IsGenerated(IMethodSymbol? method) =>
        method is not null && method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute");

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
