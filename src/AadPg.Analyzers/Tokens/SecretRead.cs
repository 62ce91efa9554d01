using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// An expression that reads a password out of Npgsql's objects, by itself or within the connection string: of a builder; of a connection until
/// it is opened, and afterwards only with Persist Security Info.
/// </summary>
/// <param name="Operation">The expression.</param>
/// <param name="Name">What it is called in a message.</param>
internal sealed record SecretRead(IOperation Operation, string Name)
{
    private const string ConnectionString = "ConnectionString";
    public const string WholeString = "A connection string with its password";

    /// <summary>A cheap look: what can be one. <see cref="IsSecret"/> says whether it is.</summary>
    public static SecretRead? Of(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } read when assignment.Target == read => null,
        IPropertyReferenceOperation { Property: { Name: "Password", ContainingType: var type } } when NpgsqlTypes.IsConnectionStringBuilder(type) => new(operation, "A password"),
        IPropertyReferenceOperation { Property.Name: ConnectionString, Instance.Type: { } type } when HasText(type) => new(operation, WholeString),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: { } type } when NpgsqlTypes.IsConnectionStringBuilder(type) => new(operation, WholeString),
        _ => null,
    };

    /// <summary>Whether a password is known to be in it; of one by itself, always.</summary>
    public bool IsSecret(SinkTracer tracer, CancellationToken cancellationToken) =>
        Name != WholeString || Instance is { } instance && tracer.FindOrigins(instance, cancellationToken).Any(origin => HoldsPassword(origin, tracer, cancellationToken));

    /// <summary>Whether the connection string has a password that is no placeholder, known or not.</summary>
    public static bool HoldsPassword(ParsedConnectionString connectionString) =>
        !connectionString.IsMalformed && connectionString.Get(Keyword.Password) is { Presence: Presence.Present, Entry.Value: var value } && !StaticPasswordRule.IsPlaceholder(value, connectionString);

    private IOperation? Instance => Operation switch
    {
        IPropertyReferenceOperation read => read.Instance,
        IInvocationOperation call => call.Instance,
        _ => null,
    };

    private static bool HasText(ITypeSymbol type) =>
        NpgsqlTypes.IsConnectionStringBuilder(type) || DataSourceBuilderUse.IsBuilder(type) || (type.Name == "NpgsqlConnection" && type.ContainingNamespace.Name == "Npgsql");

    private bool HoldsPassword(IOperation origin, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (origin is not IObjectCreationOperation creation)
            return false;

        var isConnection = creation.Type?.Name == "NpgsqlConnection" && !IsBeforeOpen(creation);
        return tracer.Trace(creation, cancellationToken)
            .Select(text => ParsedConnectionString.Parse(text.Text))
            .Any(parsed => HoldsPassword(parsed) && (!isConnection || PersistsSecurityInfo(parsed)));
    }

    /// <summary>The connection is made in the same method, and nothing is opened up to here.</summary>
    private bool IsBeforeOpen(IOperation creation)
    {
        var root = LocalAssignments.Root(Operation);
        return root.Syntax == LocalAssignments.Root(creation).Syntax
            && !MethodBody.Of(root).Operations.OfType<IInvocationOperation>().Any(call => call.TargetMethod.Name is "Open" or "OpenAsync" && call.Syntax.SpanStart < Operation.Syntax.SpanStart);
    }

    private static bool PersistsSecurityInfo(ParsedConnectionString connectionString) =>
        connectionString.Get(Keyword.PersistSecurityInfo).KnownValue?.Trim() is { } value
        && (value.Equals("true", StringComparison.OrdinalIgnoreCase) || value.Equals("yes", StringComparison.OrdinalIgnoreCase));
}
