using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// Tells code that runs each time that a connection is wanted from code that runs once, when an app or an object starts. Where that is not
/// to be seen, it counts as once.
/// </summary>
internal static class RunsForEachConnection
{
    private static readonly HashSet<string> s_startMethods = new(StringComparer.Ordinal) { "Main", "Configure", "ConfigureServices", "ConfigureAppConfiguration", "InitializeAsync", "Initialize" };

    /// <summary>What a lambda is handed to that runs it for each scope or each use.</summary>
    private static readonly HashSet<string> s_factories = new(StringComparer.Ordinal) { "AddScoped", "AddTransient", "AddDbContext", "AddDbContextFactory" };

    public static bool Is(IOperation operation)
    {
        if (Kept.IsKept(operation, FunctionAround(operation)))
            return false;

        return operation.Syntax.Ancestors().FirstOrDefault(IsFunction) switch
        {
            MethodDeclarationSyntax method => !s_startMethods.Contains(method.Identifier.ValueText) && !TakesAppBeingBuilt(method),
            AccessorDeclarationSyntax or PropertyDeclarationSyntax { ExpressionBody: not null } => true,
            AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } => s_factories.Contains(NameOf(call)),
            _ => false,
        };
    }

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax;

    private static IOperation FunctionAround(IOperation operation)
    {
        var code = operation;
        while (code.Parent is { } parent && parent.Kind is not (OperationKind.AnonymousFunction or OperationKind.LocalFunction))
            code = parent;

        return code;
    }

    /// <summary>An extension of the services, the builder of the host, or the data source builder: it runs at the start.</summary>
    private static bool TakesAppBeingBuilt(MethodDeclarationSyntax method) => method.ParameterList.Parameters.Any(parameter =>
        parameter.Type?.ToString() is { } type && (type.EndsWith("IServiceCollection", StringComparison.Ordinal) || type.EndsWith("Builder", StringComparison.Ordinal)));

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };
}
