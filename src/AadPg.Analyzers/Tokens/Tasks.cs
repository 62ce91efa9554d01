using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>Knows what only takes a value out of a task, or puts it into one.</summary>
internal static class Tasks
{
    /// <summary><c>t.Result</c>, <c>t.GetAwaiter().GetResult()</c>, <c>t.ConfigureAwait(false)</c> and the like: the task; null for anything else.</summary>
    public static IOperation? TaskBehind(IOperation operation) => operation switch
    {
        IAwaitOperation awaited => awaited.Operation,
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when IsTask(task.Type) => task,
        IInvocationOperation { TargetMethod.Name: "AsTask" or "GetAwaiter" or "ConfigureAwait", Instance: { } task } when IsTask(task.Type) => task,
        IInvocationOperation { TargetMethod.Name: "GetAwaiter" or "GetResult", Instance: { } awaiter } when IsAwaiter(awaiter.Type) => awaiter,
        _ => null,
    };

    /// <summary><c>Task.FromResult(value)</c>, <c>new ValueTask&lt;string&gt;(value)</c>.</summary>
    public static bool Wraps(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "FromResult", IsStatic: true, ContainingType: var type } } => IsTask(type),
        IObjectCreationOperation { Type: { Name: "ValueTask" } type } => IsTask(type),
        _ => false,
    };

    public static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask" } && type.ContainingNamespace.IsNamed("System.Threading.Tasks");

    /// <summary>An awaiter, or what <c>ConfigureAwait</c> gives.</summary>
    public static bool IsAwaiter(ITypeSymbol? type) =>
        type is not null && type.ContainingNamespace.IsNamed("System.Runtime.CompilerServices")
        && (type.Name.EndsWith("Awaiter", StringComparison.Ordinal) || type.Name.EndsWith("Awaitable", StringComparison.Ordinal));
}
