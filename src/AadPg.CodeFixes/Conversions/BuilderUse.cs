using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Conversions;

/// <summary>What code does with a data source builder, as far as it is seen from where the builder is made or passed in.</summary>
internal sealed class BuilderUse
{
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    private BuilderUse(IEnumerable<string> members) => _members.UnionWith(members);

    public bool UsesAadAuthentication => _members.Contains("UseAadAuthentication");

    /// <summary>Npgsql takes one source of passwords.</summary>
    public bool HasPasswordProvider => _members.Contains("UsePasswordProvider") || _members.Contains("UsePeriodicPasswordProvider");

    public bool ReachesConnectionString => _members.Contains("ConnectionStringBuilder");

    /// <summary>The builder that an expression makes, and the variable that it is stored in.</summary>
    public static BuilderUse Of(IOperation builder) => new(MembersOf(builder, followVariable: true));

    /// <summary>The builder that a lambda is given.</summary>
    public static BuilderUse Of(IParameterSymbol parameter, IOperation body) => new(body.DescendantsAndSelf()
        .OfType<IParameterReferenceOperation>()
        .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter))
        .SelectMany(reference => MembersOf(reference, followVariable: false)));

    /// <summary>Whether code sets a password on the builder's connection string.</summary>
    public static bool SetsPassword(IOperation? code) => code is not null && code.DescendantsAndSelf().Any(operation =>
        BuilderSetting.From(operation) is { Keyword: var keyword } && (keyword == Keyword.Password || keyword == Keyword.Passfile));

    private static IEnumerable<string> MembersOf(IOperation builder, bool followVariable)
    {
        var parent = builder.Parent is IArgumentOperation or IConversionOperation ? builder.Parent.Parent : builder.Parent;
        return parent switch
        {
            IInvocationOperation call when SymbolEqualityComparer.Default.Equals(call.Type, builder.Type) => [call.TargetMethod.Name, .. MembersOf(call, followVariable)],
            IInvocationOperation call => [call.TargetMethod.Name],
            IPropertyReferenceOperation property => [property.Property.Name],
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } when followVariable => LocalAssignments
                .References(local, LocalAssignments.Root(builder))
                .SelectMany(reference => MembersOf(reference, followVariable: false)),
            _ => [],
        };
    }
}
