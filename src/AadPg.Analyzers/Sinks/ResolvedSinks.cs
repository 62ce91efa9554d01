using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Sinks;

/// <summary>The sinks that exist in one compilation, found by symbol.</summary>
internal sealed class ResolvedSinks
{
    private readonly Dictionary<IMethodSymbol, int> _parameterByMethod = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IPropertySymbol> _properties = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _passwords = new(SymbolEqualityComparer.Default);

    private ResolvedSinks(Compilation compilation)
    {
        ConnectionStringBuilder = compilation.GetTypesByMetadataName(NpgsqlTypes.ConnectionStringBuilder).FirstOrDefault();
        foreach (var sink in SinkTable.Sinks)
        {
            // All types of the name, not the best one: two packages of Npgsql's share a class name for their DI extensions.
            foreach (var type in compilation.GetTypesByMetadataName(sink.Type))
            {
                foreach (var member in type.GetMembers(sink.Member))
                    Add(sink, member);
            }
        }

        foreach (var sink in SinkTable.Passwords)
        {
            foreach (var member in compilation.GetTypesByMetadataName(sink.Type).SelectMany(type => type.GetMembers(sink.Member)))
                _passwords.UnionWith(sink.Parameter is null ? [member] : ((IMethodSymbol)member).Parameters.Where(parameter => parameter.Name == sink.Parameter));
        }
    }

    /// <summary>Npgsql's connection string builder, whose members are the keywords.</summary>
    public INamedTypeSymbol? ConnectionStringBuilder { get; }

    /// <summary>The sinks of <paramref name="compilation"/>; null when it does not reference Npgsql.</summary>
    public static ResolvedSinks? Find(Compilation compilation) =>
        compilation.GetTypesByMetadataName(NpgsqlTypes.Connection).IsEmpty ? null : new ResolvedSinks(compilation);

    /// <summary>The connection string that <paramref name="operation"/> hands to PostgreSQL, or null.</summary>
    public IOperation? FindConnectionString(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => FindArgument(invocation.TargetMethod, invocation.Arguments),
        IObjectCreationOperation { Constructor: { } constructor } creation => FindArgument(constructor, creation.Arguments),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation reference } assignment
            when _properties.Contains(reference.Property.OriginalDefinition) => assignment.Value,
        IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } } call
            when SinkTable.MethodNames.Contains(name) => call.ChildOperations.FirstOrDefault(argument => argument.Type?.SpecialType == SpecialType.System_String),
        _ => null,
    };

    /// <summary>The passwords that <paramref name="operation"/> hands to PostgreSQL by themselves: texts, or functions that return them.</summary>
    public IEnumerable<IOperation> FindPasswords(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.Arguments.Where(argument => argument.Parameter is { } parameter && _passwords.Contains(parameter.OriginalDefinition)).Select(argument => argument.Value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation reference } assignment when _passwords.Contains(reference.Property) => [assignment.Value],
        _ => [],
    };

    public bool IsConnectionStringBuilder(ITypeSymbol? type) =>
        type is not null && SymbolEqualityComparer.Default.Equals(type, ConnectionStringBuilder);

    private void Add(Sink sink, ISymbol member)
    {
        if (sink.Parameter is null)
        {
            if (member is IPropertySymbol property)
                _properties.Add(property);
        }
        else if (member is IMethodSymbol method
            && method.Parameters.FirstOrDefault(parameter => parameter.Name == sink.Parameter) is { Type.SpecialType: SpecialType.System_String } parameter)
        {
            _parameterByMethod[method] = parameter.Ordinal;
        }
    }

    private IOperation? FindArgument(IMethodSymbol method, IEnumerable<IArgumentOperation> arguments)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!_parameterByMethod.TryGetValue(definition, out var ordinal))
        {
            if (!SinkTable.MethodNames.Contains(definition.Name)
                || method.Parameters.FirstOrDefault(parameter => parameter is { Name: "connectionString", Type.SpecialType: SpecialType.System_String }) is not { } named)
            {
                return null;
            }

            ordinal = named.Ordinal;
        }

        return arguments.FirstOrDefault(argument =>
            argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Ordinal == ordinal)?.Value;
    }
}
