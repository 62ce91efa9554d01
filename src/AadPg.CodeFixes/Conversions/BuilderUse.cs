using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Conversions;

/// <summary>What code does with a data source builder, as far as it is seen from where the builder is made or passed in.</summary>
internal sealed class BuilderUse
{
    private readonly List<IOperation> _uses;
    private readonly HashSet<string> _members;

    private BuilderUse(IEnumerable<IOperation> uses)
    {
        _uses = uses.ToList();
        _members = new HashSet<string>(_uses.Select(NameOf), StringComparer.Ordinal);
    }

    public bool UsesAadAuthentication => _members.Contains("UseAadAuthentication");

    /// <summary>Npgsql takes one source of passwords.</summary>
    public bool HasPasswordProvider => _members.Contains("UsePasswordProvider") || _members.Contains("UsePeriodicPasswordProvider");

    public bool ReachesConnectionString => _members.Contains("ConnectionStringBuilder");

    /// <summary>Whether its settings are given away, read for their secrets, or set by what is not known: then who knows what password there is.</summary>
    public bool GivesSettingsAway => _uses.Exists(use => DataSourceBuilderUse.IsSettings(use) && !IsKnown(use));

    /// <summary>The calls that make data sources.</summary>
    public IReadOnlyList<IOperation> Builds => _uses.FindAll(use => NameOf(use) is "Build" or "BuildMultiHost");

    /// <summary>The builder that an expression makes, and the variable that it is stored in.</summary>
    public static BuilderUse Of(IOperation builder) => new(UsesOf(builder, followVariable: true));

    /// <summary>The builder that a lambda is given.</summary>
    public static BuilderUse Of(IParameterSymbol parameter, IOperation body) => new(body.DescendantsAndSelf()
        .OfType<IParameterReferenceOperation>()
        .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter))
        .SelectMany(reference => UsesOf(reference, followVariable: false)));

    /// <summary>Whether code sets a password on the builder's connection string.</summary>
    public static bool SetsPassword(IOperation? code) => code is not null && code.DescendantsAndSelf().Any(operation =>
        BuilderSetting.From(operation) is { Keyword: var keyword } && (keyword == Keyword.Password || keyword == Keyword.Passfile));

    /// <summary>The calls of methods, and the reads of properties, on the builder.</summary>
    private static IEnumerable<IOperation> UsesOf(IOperation builder, bool followVariable)
    {
        var parent = builder.Parent is IArgumentOperation or IConversionOperation ? builder.Parent.Parent : builder.Parent;
        return parent switch
        {
            IInvocationOperation call when SymbolEqualityComparer.Default.Equals(call.Type, builder.Type) => [call, .. UsesOf(call, followVariable)],
            IInvocationOperation or IPropertyReferenceOperation => [parent],
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } when followVariable => LocalAssignments
                .References(local, LocalAssignments.Root(builder))
                .SelectMany(reference => UsesOf(reference, followVariable: false)),
            _ => [],
        };
    }

    /// <summary>What is done with settings is to set a keyword, or to read what is no secret.</summary>
    private static bool IsKnown(IOperation settings) =>
        BuilderSetting.UseOf(settings) is { } use
        && (BuilderSetting.From(use) is not null
            || (settings.Parent is IPropertyReferenceOperation { Property: { IsIndexer: false, Name: not ("Password" or "Passfile" or "ConnectionString") } } && !BuilderSetting.SetsUnknown(use)));

    private static string NameOf(IOperation use) => use is IInvocationOperation call ? call.TargetMethod.Name : ((IPropertyReferenceOperation)use).Property.Name;
}
