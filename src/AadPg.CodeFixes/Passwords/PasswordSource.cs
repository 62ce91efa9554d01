using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Passwords;

/// <summary>Puts a token in the place of a password that goes to PostgreSQL by itself.</summary>
internal static class PasswordSource
{
    /// <summary>
    /// A password provider becomes the login; what a child process gets as PGPASSWORD, such as psql, becomes a token that is got just then. False for others:
    /// a data source that exists cannot change over, and who reads the app's own environment, or a dictionary, is not known.
    /// </summary>
    public static bool TryReplace(SinkSite site, Login login, RuntimeApi runtime, SourceEdits edits) => site.Operation switch
    {
        IInvocationOperation { TargetMethod.Name: "UsePasswordProvider" or "UsePeriodicPasswordProvider" } provider => TryReplaceProvider(provider, login, site, edits),
        _ when IsForChildProcess(site.Operation) => TryReplaceValue(site, runtime, edits),
        _ => false,
    };

    private static bool TryReplaceProvider(IInvocationOperation provider, Login login, SinkSite site, SourceEdits edits)
    {
        if (provider.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { OperatorToken: var dot } } || login.CallOn(provider.Instance?.Type, site, edits) is not { } call)
            return false;

        edits.Replace(site.Tree, TextSpan.FromBounds(dot.SpanStart, provider.Syntax.Span.End), call);
        return true;
    }

    /// <summary>The variables of a <c>ProcessStartInfo</c>, by whatever name and way.</summary>
    private static bool IsForChildProcess(IOperation operation)
    {
        var variables = operation switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: var instance } } => instance,
            IInvocationOperation { Instance: var instance } => instance,
            _ => null,
        };

        // Inside an initializer the receiver is implicit; the property that it initializes is further up.
        if (variables is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            return operation.Parent?.Parent is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation initialized } && IsOfProcess(initialized);

        return variables is IPropertyReferenceOperation property && IsOfProcess(property);
    }

    private static bool IsOfProcess(IPropertyReferenceOperation property) => property.Property.ContainingType is { Name: "ProcessStartInfo", ContainingNamespace.Name: "Diagnostics" };

    private static bool TryReplaceValue(SinkSite site, RuntimeApi runtime, SourceEdits edits)
    {
        if (SinkTracer.FindPasswords(site.Operation).ToList() is not [{ Syntax: LiteralExpressionSyntax literal }])
            return false;

        var provider = SourceNames.Of(runtime.TokenProvider, site.Model, literal.SpanStart, edits);
        edits.Replace(site.Tree, literal.Span, $"new {provider}().GetToken()");
        return true;
    }
}
