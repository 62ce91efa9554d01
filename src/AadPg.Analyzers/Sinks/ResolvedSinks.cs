using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Sinks;

/// <summary>The sinks that exist in one compilation, found by symbol.</summary>
internal sealed class ResolvedSinks
{
    private readonly Dictionary<IMethodSymbol, int> _parameterByMethod = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IPropertySymbol> _properties = new(SymbolEqualityComparer.Default);

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
        _ => null,
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
            return null;

        return arguments.FirstOrDefault(argument =>
            argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Ordinal == ordinal)?.Value;
    }
}
