using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// All that a method, or the initializer of a field, does. It is walked through once, however many connection strings it holds and whoever
/// asks, so that a long method costs its length and not the square of it.
/// </summary>
internal sealed class MethodBody
{
    private static readonly ConditionalWeakTable<IOperation, MethodBody> s_byRoot = new();

    private readonly ILookup<ISymbol, ILocalReferenceOperation> _references;
    private readonly ILookup<ISymbol, IVariableDeclaratorOperation> _declarators;
    private readonly Lazy<ImmutableArray<BuilderSetting>> _settings;
    private readonly Lazy<bool> _setsDataSourceBuilder;
    private readonly Lazy<bool> _usesAadAuthentication;
    private readonly Lazy<bool> _mayTakeUsername;

    private MethodBody(IOperation root)
    {
        Operations = root.Descendants().ToImmutableArray();
        _references = Operations.OfType<ILocalReferenceOperation>().ToLookup<ILocalReferenceOperation, ISymbol>(reference => reference.Local, SymbolEqualityComparer.Default);
        _declarators = Operations.OfType<IVariableDeclaratorOperation>().ToLookup<IVariableDeclaratorOperation, ISymbol>(declarator => declarator.Symbol, SymbolEqualityComparer.Default);
        _settings = new(() => Operations.Where(operation => operation is ISimpleAssignmentOperation or IInvocationOperation).Select(BuilderSetting.From).OfType<BuilderSetting>().ToImmutableArray());
        _setsDataSourceBuilder = new(() => Operations.Any(DataSourceBuilderUse.SetsMore));
        _usesAadAuthentication = new(() => Operations.Any(DataSourceBuilderUse.UsesAadAuthentication));
        _mayTakeUsername = new(() => Operations.Any(DataSourceBuilderUse.MayTakeUsernameFromToken));
    }

    /// <summary>Everything in the body, in the order of the source.</summary>
    public ImmutableArray<IOperation> Operations { get; }

    /// <summary>Every setting that something in the body makes on a builder.</summary>
    public ImmutableArray<BuilderSetting> Settings => _settings.Value;

    /// <summary>Whether something in the body may set keywords on a data source builder.</summary>
    public bool SetsDataSourceBuilder => _setsDataSourceBuilder.Value;

    /// <summary>Whether something in the body has a data source log in with AadPg.</summary>
    public bool UsesAadAuthentication => _usesAadAuthentication.Value;

    /// <summary>Whether something in the body has, or may have, the user name come from the token.</summary>
    public bool MayTakeUsername => _mayTakeUsername.Value;

    /// <summary>The body that <paramref name="operation"/> stands in.</summary>
    public static MethodBody Of(IOperation operation) => s_byRoot.GetValue(LocalAssignments.Root(operation), root => new MethodBody(root));

    public IEnumerable<ILocalReferenceOperation> ReferencesTo(ILocalSymbol local) => _references[local];

    public IVariableDeclaratorOperation? DeclaratorOf(ILocalSymbol local) => _declarators[local].FirstOrDefault();
}
